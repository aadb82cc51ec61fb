a, b = 1, 2; a, b = b, a; print(a, b)
(a, (b, c)), d = (1, (2, 3)), 4; print(a, b, c, d)
*a, b = "xyz"; print(a, b)
a, *b, c = range(2); print(a, b, c)
[a, *(b, *c)] = 1, 2, 3, 4; print(a, b, c)
x = y = z = [0]; x.append(1); print(y is z, z)
i = 0; l = [5, 6]
i, l[i] = 1, 9; print(i, l)
d = {}; d["a"], d["b"] = "AB"; print(d)
for k, (p, q) in {"a": (1, 2)}.items(): print(k, p, q)
for src in ("a, b = 1", "a, b = 1, 2, 3", "a, b = 1,", "a, *b = ()", "a, b, *c = (1,)", "a, b = {1: 2}.x", "(a, b), c = 1, 2", "a, b = iter([1])", "[a, b] = 'abc'", "a, b, c = {}", "*a, b = ()"):
    try: exec(src); print("ok", src)
    except (TypeError, ValueError, AttributeError) as e: print(src, "->", type(e).__name__, e)
print([*range(3), *"ab"], (*[], 1), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*args, **kw): return args, kw
print(f(*(1, 2), *[3], k=1, **{"m": 2}))
class Odd:
    def __iter__(self): yield from (1, 2)
m, n = Odd(); print(m, n)
class A: pass
o = A(); o.x, o.y = 1, 2; print(o.x, o.y)
a = b = c = 0
a, b, c = c, a, b = 1, 2, 3
print(a, b, c)
