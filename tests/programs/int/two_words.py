"""Ints around one, two and three machine words under all operators: values, identity of what others still hold."""
import random

random.seed(11)
edges = [sign * ((1 << bits) + delta) for bits in (60, 61, 62, 63, 64, 65, 80, 126, 127, 128, 129, 191, 192, 256)
         for delta in (-1, 0, 1) for sign in (1, -1)] + [0, 1, -1, 3, -7]


def digits(n):
    return hex(n)


total = 0
for a in edges:
    for b in edges:
        x = a + b
        assert x - b == a and x - a == b
        assert (a ^ b) ^ b == a and (a & b) + (a | b) == x
        assert a * b == b * a and (a * b) // (b or 1) * (b or 1) == a * b
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b)
            assert a // b == q and a % b == r
        assert (a < b) == (b > a) == (b - a > 0) and (a <= b) == (not b < a) and (a == b) == (not a != b)
        total ^= x * (a - b) ^ (a & b)
    for shift in (0, 1, 5, 61, 62, 63, 64, 65, 126, 127, 128):
        assert a << shift >> shift == a and a << shift == a * (1 << shift) and a >> shift == a // (1 << shift)
        total = total * 3 + (a << shift) % 1000003
print(digits(total % (1 << 256)))

# In place: what another name holds stays as it is.
x = 1 << 70
y = x
x += 1
x ^= 5
x <<= 3
x -= 7
print(x, y, x is y)


def accumulate(n):
    value = 1 << 64
    seen = []
    for i in range(n):
        value ^= value << 13
        value &= (1 << 90) - 1
        value += i
        if i % 5 == 0:
            seen.append(value)
        value = (value >> 3) + (value & 0xFF) * (1 << 65)
        value += value
    return value, seen


print(accumulate(20))
print([(1 << 64) + i - (1 << 64) for i in range(3)], (1 << 62) - 1 - (1 << 61), -(1 << 62) + (1 << 61))
for _ in range(200):
    a = random.getrandbits(random.randrange(1, 700)) - random.getrandbits(random.randrange(1, 700))
    b = random.getrandbits(random.randrange(1, 700)) - random.getrandbits(random.randrange(1, 700)) or 1
    q, r = divmod(a, b)
    assert q * b + r == a and abs(r) < abs(b), (a, b)
    big = b * ((1 << 64) - 1) + r
    assert divmod(big, b) == ((1 << 64) - 1, r)
    big = b * ((1 << 128) - 1) + r
    assert divmod(big, b) == ((1 << 128) - 1, r)
n = (1 << 128) - 1
print(divmod(-n, 1 << 64), divmod(-(1 << 192) + 1, 1 << 64), divmod((1 << 192) - 1, -(1 << 64)))
for bad in ("(1 << 70) // 0", "(1 << 70) % 0", "(1 << 70) << -1", "1 >> -(1 << 70)", "(1 << 70) @ 1", "(1 << 70) + 'a'"):
    try:
        print(eval(bad))
    except Exception as error:
        print(type(error).__name__, error)
