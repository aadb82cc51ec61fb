import copy, copyreg, collections, fractions, re, enum
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = [1, [2]]; a.append(a); b = copy.deepcopy(a); print(b, b[2] is b, b[1] is not a[1], copy.copy(a)[1] is a[1])
d = {"k": [1]}; d["self"] = d; e = copy.deepcopy(d); print(e["self"] is e, e["k"] is not d["k"]); tup = ([],); tup[0].append(tup); u = copy.deepcopy(tup); print(u[0][0] is u, copy.deepcopy((1, "a")) is not None, (x := (1, (2,))) and copy.deepcopy(x) is x)
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]; c = copy.deepcopy(s); print(c.a, c.a is not s.a, hasattr(c, "b")); p = P([1]); q = copy.copy(p); r = copy.deepcopy(p); print(q.x is p.x, r.x is p.x, r == p); p.me = p; print(copy.deepcopy(p).me.x)
class H:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): memo["seen"] = 1; return "deep"
    def __replace__(self, **k): return k
print(copy.copy(H()), copy.deepcopy([H(), H()]), copy.replace(H(), a=1)); t(lambda: copy.replace(5)); t(lambda: copy.replace(H(), 1))
class R:
    def __reduce__(self): return (R.make, (1, [2]), {"st": 3}, iter([]), iter({}.items()))
    @staticmethod
    def make(a, b): o = R(); o.args = a, b; return o
print(copy.copy(R()).__dict__, copy.deepcopy(R()).__dict__)
class G:
    def __init__(self): self.v = 1; self.w = 2
    def __getstate__(self): return {"v": self.v}
    def __setstate__(self, st): self.__dict__.update(st, restored=True)
print(copy.copy(G()).__dict__, copy.deepcopy(G()).__dict__)
class N:
    def __new__(cls, a, *, k=0): o = super().__new__(cls); o.a = (a, k); return o
    def __getnewargs_ex__(self): return (self.a[0],), {"k": self.a[1]}
print(copy.copy(N(1, k=2)).a); 
class L(list): pass
l = L([1, [2]]); l.attr = [3]; m = copy.deepcopy(l); print(m, m.attr, type(m).__name__, m.attr is not l.attr, copy.copy(l).attr is l.attr)
class DD(dict): pass
dd = DD(a=[1]); dd.z = 1; print(copy.deepcopy(dd), copy.copy(dd).z); od = collections.OrderedDict(a=[1]); print(copy.deepcopy(od), copy.copy(collections.deque([1, [2]], 5)), copy.deepcopy(collections.Counter("aab")), copy.deepcopy(collections.defaultdict(list, a=[1])), copy.deepcopy(fractions.Fraction(1, 3)), copy.deepcopy({1, 2}), copy.deepcopy(frozenset([1])), copy.deepcopy(b"x"), copy.deepcopy(range(3)), copy.deepcopy(slice(1, 2)), copy.deepcopy(int) is int, copy.deepcopy(len) is len, copy.deepcopy(...) is ...)
t(lambda: copy.copy((i for i in ()))); t(lambda: copy.deepcopy(open)); t(lambda: copy.deepcopy([i for i in [iter([1])]]) and "ok"); t(lambda: copy.copy(__import__("sys"))); t(lambda: copy.deepcopy(type("X", (), {"__reduce_ex__": lambda s, p: 5})())); t(lambda: copy.deepcopy(type("X", (), {"__reduce_ex__": lambda s, p: "glob"})()) and "same"); t(lambda: copy.deepcopy(type("X", (), {"__reduce_ex__": lambda s, p: (1, 2)})()))
class Bound:
    def f(self): return self
bnd = Bound(); bnd.m = bnd.f; cp = copy.deepcopy(bnd); print(cp.m.__self__ is cp); memo = {}; y = [1]; copy.deepcopy(y, memo); print(memo[id(y)], memo[id(memo)][0] is y); copyreg.pickle(P, lambda p: (P, ("via copyreg",))); print(copy.copy(P(1)).x, copy.Error is copy.error)
deep = []
for _ in range(200): deep = [deep]
print(str(copy.deepcopy(deep)) == str(deep)); e = ValueError("x", [1]); e.note = [2]; f = copy.deepcopy(e); print(repr(f), f.note, f.note is not e.note, copy.copy(KeyError("k")).args)
