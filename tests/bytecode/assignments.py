def swap(a, b):
    a, b = b, a
    a, b = b, a + b
    a, b = 1, 2
    return a, b


def swap_items(a, i, j):
    a[i], a[j] = a[j], a[i]
    a.x, a.y = i, j
    i, a[i] = j, i


def chains(a, f):
    b = c = a
    d = e = f()
    a.x = b = f()
    g = a[0] = g[1] = 0
    return b, c, d, e


def unpacking(p):
    x, y = p
    x, y, z = p
    x, *y = p
    (x, y), z = p
    p.a, p[0], *p.b = x
    x, y = x
    [x, y, z] = f()


def deletion(a, b):
    del a.x, a[0], a[1:2], b
    del (a, b)


def subscripts(a, i):
    x = a[i], a[0], a["k"], a[-1], a[i + 1], a[i][i], a[i, 1]
    x = a[1:], a[:i], a[1:2:3], a[i:i], a[:]
    a[i] = x
    a[i:1] = x
    a["k"] = a[1:2:3] = x
    return x


def named(a):
    print(b := a, (c := b) + c)
    return [c, b]


x = 1
x += 1
a.b = x
a, b = b, a
