class A:
    """Doc."""
    x = 1
    def __init__(self): self.y = 2
    def m(self): return self.x + self.y
    @classmethod
    def c(cls, k=0): return cls.__name__, k
    @staticmethod
    def s(v): return v
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): del self._p
class B(A):
    x = 10
    def m(self): return super().m() * 2
a, b = A(), B()
print(a.m(), b.m(), A.c(), b.c(5), A.s(3), b.s(4))
a.p = 4; print(a.p, a._p); del a.p
try: a.p
except AttributeError as e: print(e)
for src in ("a.nope", "A.nope", "B().m.nope", "a.m = 5; print(a.m)", "del a.x", "A.p.fget.nope", "a.__class__ = int", "A.__name__ = 1", "a.m()", "(1).x", "None.x", "[].y = 1", "int.z = 1", "len.q = 1", "A().p"):
    try: exec(src)
    except (AttributeError, TypeError) as e: print(src, "->", type(e).__name__, e)
print(vars(a), A.__dict__["x"], sorted(k for k in A.__dict__ if not k.startswith("__")))
print(A.__doc__, A.__name__, B.__mro__, B.__bases__, A.__module__, B.__qualname__)
A.x = 100; print(a.x, b.x); A.new = lambda self: "new"; print(b.new())
del A.new
print(hasattr(b, "new"), getattr(b, "new", "default"))
setattr(a, "odd name", 1); print(getattr(a, "odd name"), a.__dict__)
a.__dict__["z"] = 26; print(a.z); a.__dict__ = {"only": 1}; print(a.only, hasattr(a, "y"))
class Slots:
    __slots__ = ("u", "v")
    def __init__(self): self.u = 1
s = Slots(); print(s.u)
for src in ("s.v", "s.w = 1", "s.__dict__", "del s.v", "Slots.u"):
    try: print(eval(src)) if "=" not in src and "del" not in src else exec(src)
    except AttributeError as e: print(src, "->", e)
class Sub(Slots): pass
t = Sub(); t.w = 5; t.v = 6; print(t.__dict__, t.v)
print(isinstance(t, Slots), issubclass(Sub, (int, Slots)), isinstance(1, int | str))
many = A()
for i in range(200): setattr(many, f"a{i}", i)
print(sum(getattr(many, f"a{i}") for i in range(200)), len(vars(many)))
for i in range(0, 200, 2): delattr(many, f"a{i}")
print(len(vars(many)), many.a1, hasattr(many, "a2"))
