from functools import partial, partialmethod
import copy

def f(*args, **kwargs):
    "doc of f"
    return args, kwargs

p = partial(f, 1, a=2)
print(p(3, b=4), p(a=5), p.func is f, p.args, p.keywords)
q = partial(p, 6, c=7)
print(q.func is f, q.args, q.keywords, q())
print(repr(partial(int, base=2)), repr(partial(print, 1, "x", sep=",")))
print(p.__doc__[:30], hasattr(p, "__name__"), callable(p))
p.note = "kept"
print(p.__dict__, copy.copy(p).note, copy.deepcopy(q)())
for args in ((), (5,)):
    try:
        partial(*args)
    except TypeError as error:
        print(error)
try:
    p.func = 1
except AttributeError as error:
    print(error)
print(p.__reduce__()[0] is type(p), p.__reduce__()[2][1:])
p.__setstate__((f, (9,), {"z": 1}, {"n": 0}))
print(p(), p.n)
for bad in (5, (1, 2), (f, [], {}, {}), (f, (), [], None), (5, (), {}, None)):
    try:
        p.__setstate__(bad)
    except TypeError as error:
        print(error)
p = partial(f, a=1)
p.keywords["b"] = 2
print(p())
class P(partial):
    pass
s = P(f, 1)
print(type(s), type(P(s, 2)), repr(s).startswith("<__main__.P") or repr(s)[:20])
recursive = partial(f)
recursive.__setstate__((recursive, (), {}, {}))
print(repr(recursive))
recursive.__setstate__((f, (), {}, {}))
class C:
    def method(self, *args, **kw):
        return type(self).__name__, args, kw
    half = partialmethod(method, 1, k=2)
    made = partialmethod(partial(f, "inner"), "outer")
    static = partialmethod(staticmethod(f), "s")
    cls = partialmethod(classmethod(lambda c, *a: (c.__name__, a)), "c")
    plain = partial(f, "plain")
c = C()
print(c.half(3), c.half(k=5), C.half(c, 4), c.static(), c.cls(1), C.cls(2))
print(c.plain(1))
print(repr(C.__dict__["half"]).split(" at ")[0], C.half.__name__)
try:
    partialmethod(5)
except TypeError as error:
    print(error)
