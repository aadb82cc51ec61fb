# `__class__` in class bodies, weak containers that change while they are iterated, steps of nextafter.
import gc, math, weakref
def tr(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
for s in (0, 1, 2, 5, 10**20, True, None):
    tr(math.nextafter, 1.0, 2.0, steps=s); tr(math.nextafter, 0.0, -math.inf, steps=s); tr(math.nextafter, 1.0, 1.0, steps=s); tr(math.nextafter, -1e-323, 1e-323, steps=s)
    tr(math.nextafter, math.nan, 1, steps=s); tr(math.nextafter, 1, math.nan, steps=s); tr(math.nextafter, math.inf, 0, steps=s)
tr(math.nextafter, 1, 2, steps=-1); tr(math.nextafter, 1, 2, steps=1.5); tr(math.nextafter, 1, 2, 3); tr(math.nextafter, 1); tr(math.nextafter, 1, 2, stepz=1); tr(math.nextafter, 0.0, 1.0, steps=2**62);tr(math.nextafter, 0.0, -1.0, steps=2**70); tr(math.nextafter, -1.0, 1.0, steps=4607182418800017408); tr(math.nextafter, -1.0, 1.0, steps=4607182418800017408*2+1); tr(math.nextafter, 'a', 1)
class O:
    def __init__(s, n): s.n = n
    def __repr__(s): return f"O{s.n}"
    def __hash__(s): return s.n
    def __eq__(s, o): return isinstance(o, O) and s.n == o.n
keep = [O(i) for i in range(6)]
d = weakref.WeakValueDictionary((i, o) for i, o in enumerate(keep))
def ch(d, add, it):
    for i, x in enumerate(it):
        if i == 1: add()
tr(lambda: ch(d, lambda: d.__setitem__(77, keep[0]), d))
tr(lambda: ch(d, lambda: d.pop(77), d.items()))
tr(lambda: ch(d, lambda: d.__setitem__(78, keep[0]), d.values()))
tr(lambda: ch(d, lambda: d.__setitem__(79, keep[0]), d.keys()))
tr(lambda: ch(d, lambda: d.__setitem__(80, keep[0]), d.valuerefs()))
tr(lambda: ch(d, lambda: d.__setitem__(81, keep[0]), d.itervaluerefs()))
tr(lambda: ch(d, lambda: d.clear(), d))
k = weakref.WeakKeyDictionary((o, i) for i, o in enumerate(keep))
x = O(50); y = O(51); z = O(52); w=O(53)
tr(lambda: ch(k, lambda: k.__setitem__(x, 1), k))
tr(lambda: ch(k, lambda: k.__delitem__(x), k.items()))
tr(lambda: ch(k, lambda: k.__setitem__(y, 1), k.values()))
tr(lambda: ch(k, lambda: k.__setitem__(z, 1), k.keys()))
tr(lambda: ch(k, lambda: k.__setitem__(w, 1), k.keyrefs()))
s = weakref.WeakSet(keep)
tr(lambda: ch(s, lambda: s.add(x), s)); tr(lambda: ch(s, lambda: s.discard(x), s)); tr(lambda: ch(s, lambda: s.clear(), s))
for mk in (lambda l: weakref.WeakSet(l), lambda l: weakref.WeakKeyDictionary.fromkeys(l) if hasattr(weakref.WeakKeyDictionary,'fromkeys') else weakref.WeakKeyDictionary((q,1) for q in l), lambda l: weakref.WeakValueDictionary(enumerate(l))):
    l = [O(i) for i in range(6)]
    c = mk(l)
    out = []
    for i, q in enumerate(c):
        out.append(str(q)); 
        if i == 1: del l[3:], q
    print(out, len(c)); del q
    print(len(c))
def f():
    class A:
        __class__ = 413
    return A().__class__
tr(f)
def f():
    class A:
        __class__ = 413
        def m(self): return __class__
    return A().m(), A().__class__
tr(f)
def f():
    class A:
        def m(self): return __class__
        x = [__class__ for _ in range(1)]
    return A.x
tr(f)
src = ["class A:\n def m(self):\n  nonlocal __class__\n  __class__ = 3\n  return __class__\nprint(A().m())", "class A:\n print(__class__)", "class A:\n nonlocal __class__", "class A:\n global __class__\n __class__=2\n def f(s): return __class__\nprint(A().f(), __class__)",
"class A:\n def f(s):\n  __class__ = 5\n  return __class__\nprint(A().f())","class A:\n def f(s):\n  global __class__\n  return __class__\nprint(A().f())","class A:\n def f(s):\n  del __class__\nprint(A().f())","class A:\n def f(s):\n  class B:\n   x = __class__\n  return B.x\nprint(A().f())",
"class A:\n def f(s): return lambda: __class__\nprint(A().f()())","class A:\n __classcell__ = 3\n","class A:\n __classcell__ = 3\n def f(s): super()","class A:\n def f(s, __class__): return __class__\nprint(A().f(3))", "class A:\n f = lambda s: super().__repr__\nprint(A().f()[:3])"]
for t in src:
    try: exec(t, {'__name__':'m'})
    except BaseException as e: print(type(e).__name__, e)
