def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7, y=8))
print(f(*[1, 2], *(3,), d=0, **{"z": 1}, **{"w": 2}))
def g(*, k=1): return k
print(g(), g(k=2))
def h(a, b): return a - b
print(h(b=1, a=5), h(*"xy"[:0], 3, b=1))
print((lambda *a, **k: (a, k))(1, 2, q=3))
for call in ["f()", "f(1)", "f(1, a=2, d=3)", "f(1, d=1, d=2)" if False else "f(1, c=1, d=2, *[5, 6, 7])", "g(1)", "g(z=1)", "h(1)", "h(1, 2, 3)", "h(1, a=2)", "h()", "h(**{1: 2})", "h(*5)", "h(**5)", "h(1, **{'b': 1}, **{'b': 2})", "f(b=1, a=2, d=3)", "(lambda x, y, z: 0)()", "(lambda x, y: 0)(1, 2, 3, 4)", "(lambda *, a, b, c: 0)()", "(lambda x=1, y=2: 0)(1, 2, 3)"]:
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, "->", e)
