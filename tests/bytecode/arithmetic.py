def operators(a, b):
    c = a + b - a * b / a // b % a ** b
    c = a @ b | a & b ^ a << b >> a
    return c


def immediates(a):
    b = a + 1 - 2
    b = a * 3 % 4
    b = 1 + a
    b = 2 ** a - 1
    b = a + 40000
    b = 1.5 * a
    return -a + ~b - +a


def in_place(a, b):
    a += b
    a -= 1
    a *= a + 1
    a **= b
    a @= b
    a.x += 1
    a.b.c |= b
    a[b] += 1
    a[0] <<= b
    a["key"] += b
    a.b[b + 1] -= a
    a[1:b] += b


def rebound(x):
    return x + (x := 1) + x
