x = 1
x = y = z = 1
x, y = y, x
x, = [*y, z] = (a.b, c[d]) = e
*x, y = z = *a, b
(x) = (y, z) = [a, [b, *c]] = d
() = [] = x
a.b = c[d] = e().f = g()[h] = i
x = yield
x = y = yield z
x = yield from y
x = yield a, *b
x += 1; x -= 1; x *= 1; x @= 1; x /= 1; x //= 1; x %= 1; x **= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1
x.y += 1, 2
x[y] += yield
(x) += 1
x: int
x: int = 1
(x): int
((x)): int = 1
x.y: int = 1, 2
x[y]: int = yield
(x.y): a if b else c = *d, e
x: lambda: y = z
type X = int
type Y[T] = list[T]
type Z[T: int = str, *Ts = *a, **P = [int]] = T | Ts
type type = match
type match[case] = type
del x
del x, y.z, a[b],
del (x), (y, z), [a, (b,)]
del ()
