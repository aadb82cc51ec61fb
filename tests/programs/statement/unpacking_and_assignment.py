# Targets of every shape, order of evaluation, star-targets, augmented assignment, errors.
log = []


class Trace:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __setattr__(self, k, v):
        log.append(f"{self.name}.{k}={v}")

    def __getattr__(self, k):
        log.append(f"{self.name}.{k}")
        return 10

    def __setitem__(self, k, v):
        log.append(f"{self.name}[{k}]={v}")

    def __getitem__(self, k):
        log.append(f"{self.name}[{k}]")
        return 20

    def __delitem__(self, k):
        log.append(f"del {self.name}[{k}]")

    def __delattr__(self, k):
        log.append(f"del {self.name}.{k}")


def n(x):
    log.append(f"n({x})")
    return x


def show():
    print(" ".join(log))
    log.clear()


a, b = Trace("a"), Trace("b")
a.x = b[n(1)] = n(2)
show()
a.x, b[n(1)] = n(3), n(4)
show()
(a.p, (b.q, *a.r), b[n(5)]) = [n(1), n("xyz"), n(3)]
show()
a[n(1)] += n(2)
show()
a.v -= n(3)
show()
a[n(1)][n(2)] if False else None
a[n(1) : n(2) : n(3)] = n(4)
show()
a[n(1), n(2):, ...] = 0
show()
del a.x, b[n(1)], (a.y, [b[n(2)]])
show()
{n("k1"): n("v1"), n("k2"): n("v2")}
show()
[n(1), *[n(2)], n(3)], (n(4),), {n(5)}
show()
print(n(1) < n(3) < n(2) < n(9))
show()
print(n(0) and n(1) or n(2), n(1) if n(0) else n(3))
show()
i, l = 0, [0, 0, 0]
i, l[i] = 1, 5
print(i, l)
l[i], i = 7, 2
print(i, l)
x = y = z = []
x.append(1)
print(z is x, z)
first, *middle, last = range(6)
print(first, middle, last)
*init, end = "ab"
print(init, end)
head, *tail = [1]
print(head, tail)
(p), [q], (r,) = 1, [2], [3]
print(p, q, r)
[s, [t, [u]]] = 1, (2, {3})
print(s, t, u)
for k, (v, *w) in {1: "abc", 2: "d"}.items():
    print(k, v, w)
for l[0], l[1] in [(1, 2), (3, 4)]:
    pass
print(l)
(m := 5, k := 6)
print(m, k)
print((lambda: (yy := 3) + yy)())


def attempt(source, **names):
    try:
        exec(source, names)
        print(source, "->", {k: v for k, v in names.items() if k not in ("__builtins__", "it")})
    except Exception as e:
        print(source, "->", type(e).__name__, e)


class It:  # prints what it gives
    def __init__(self, n, fail=None):
        self.n, self.fail = n, fail

    def __iter__(self):
        for i in range(self.n):
            print(f"<{i}>", end="")
            yield i
        if self.fail:
            raise self.fail


attempt("a, b = 1")
attempt("a, b = 1,")
attempt("a, b = 1, 2, 3")
attempt("a, b = 'abc'")
attempt("a, *b, c = 1,")
attempt("*a, = 5")
attempt("a, b = {}")
attempt("a, b = {1: 2, 3: 4}")
attempt("a, b = it", it=It(5))
attempt("a, b = it", it=It(1))
attempt("a, *b = it", it=It(3))
attempt("a, b = it", it=It(2, ValueError("late")))
attempt("a, b = it", it=It(1, ValueError("early")))
attempt("(a, b), c = 1, 2")
attempt("a, (b, c) = 1, (2,)")
attempt("a, b, c = range(10**10)")
attempt("[] = 5")
attempt("[] = ()")
attempt("() = [1]")
attempt("() = it", it=It(0))
attempt("a = b, = c = [1]")
attempt("a[0] = 1", a=(0,))
attempt("a[0] += [1]", a=([],))
attempt("a.x = 1", a=5)
attempt("a.x += 1", a=object())
attempt("a += 1", a="s")
attempt("a += 1")
attempt("del a")
attempt("del a[0]", a=(1,))
attempt("del a[5]", a=[1])
attempt("del a['k']", a={})
attempt("a[1:2] = 5", a=[1, 2])
attempt("a[::2] = [1]", a=[1, 2, 3])
attempt("a[:] = 'xyz'", a=[1])
attempt("a['x'] = 1", a=[1])
attempt("a[None]", a=[1])
attempt("a, a = 1, 2")
attempt("(a := 1) + a")
attempt("a = 1; a -= 3; a *= -4; a //= 3; a **= 3; a %= 5; a <<= 3; a >>= 1; a |= 3; a &= 6; a ^= 1")
attempt("a = 7.0; a /= 2; a //= 1")
attempt("a = [1]; b = a; a += 'xy'; a *= 2")
attempt("a = {1}; b = a; a |= {2}; a -= {1}; a ^= {5}; a &= {5, 9}")
attempt("a = {'x': 1}; b = a; a |= {'y': 2}")
attempt("a = (1,); b = a; a += (2,)")
