class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw); return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__"))); return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name); super().__init__(name, bases, ns)
    def __call__(cls, *a): print("call", cls.__name__, a); return super().__call__(*a)
    def __len__(cls): return 42
    def __getattr__(cls, n): return f"meta {n}"
    def __instancecheck__(cls, o): return o == 5
    @property
    def prop(cls): return "meta prop"
class A(metaclass=Meta, flag=True):
    def __init__(self, v): self.v = v
a = A(1)
print(A.injected, len(A), A.anything, A.prop, isinstance(5, A), isinstance(a, A), type(A), type(A).__name__)
try: a.prop
except AttributeError as e: print(e)
class B(A): pass
class Reg:
    subs = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); Reg.subs.append((cls.__name__, tag))
class R1(Reg, tag="one"): pass
class R2(R1): pass
print(Reg.subs)
try:
    class R3(Reg, other=1): pass
except TypeError as e: print(e)
class Named:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner): return (self.name, obj is None, owner.__name__)
class H: f = Named(); g = Named()
print(H.f, H().g)
class Data:
    def __get__(self, o, t): return "get"
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
class K:
    d = Data()
k = K(); k.d = 5; print(k.d); del k.d; k.__dict__["d"] = "own"; print(k.d)
class NonData:
    def __get__(self, o, t): return "nondata"
class N: d = NonData()
n = N(); print(n.d); n.d = "own"; print(n.d, N.d)
T = type("T", (A2 := object,), {"x": 1, "m": lambda self: self.x}); print(T().m(), T.__name__, T.__module__)
class GA:
    def __getattr__(self, n):
        if n.startswith("no"): raise AttributeError(n)
        return n * 2
    def __setattr__(self, n, v): object.__setattr__(self, n, v + 1)
    def __delattr__(self, n): print("del", n)
g = GA(); g.x = 1; print(g.x, g.ab, hasattr(g, "no"), getattr(g, "nope", 0)); del g.x
class Get:
    def __getattribute__(self, n): return f"<{n}>"
print(Get().anything, Get().__class__)
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
try:
    class C3(C1, C2): pass
except TypeError as e: print(e)
class Generic:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
print(Generic[int], list[int], dict[str, int], tuple[int, ...])
try: K[int]
except TypeError as e: print(e)
class New:
    def __new__(cls, *a): print("New.__new__", a); return object.__new__(cls) if a else 5
    def __init__(self, *a): print("init", a)
print(type(New(1)), New())
class Sing:
    _i = None
    def __new__(cls): cls._i = cls._i or super().__new__(cls); return cls._i
print(Sing() is Sing())
print(type(1)(5), type("x", (), {}).__mro__, type.__call__(list, "ab"))
for src in ("type(1, 2)", "type('x', 1, {})", "type('x', (1,), {})", "type()", "type('a\\0b', (), {})"):
    try: print(eval(src))
    except (TypeError, ValueError) as e: print(src, "->", e)
