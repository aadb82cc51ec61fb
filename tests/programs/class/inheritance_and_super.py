class Base:
    def __init__(self, **kw): self.log = ["Base"]; super().__init__(**kw)
    def hi(self): return "Base"
class L(Base):
    def __init__(self, **kw): super().__init__(**kw); self.log.append("L")
    def hi(self): return "L" + super().hi()
class R(Base):
    def __init__(self, **kw): super().__init__(**kw); self.log.append("R")
    def hi(self): return "R" + super().hi()
class D(L, R):
    def hi(self): return "D" + super().hi()
print(D().log, D().hi(), [c.__name__ for c in D.__mro__])
print(super(L, D()).hi(), super(R, D).hi(D()))
try:
    class X(Base, L): pass
except TypeError as e: print(e)
try:
    class Y(int, str): pass
except TypeError as e: print(e)
try:
    class Z(bool): pass
except TypeError as e: print(e)
try:
    class W(Base, Base): pass
except TypeError as e: print(e)
class Cm:
    @classmethod
    def make(cls): return cls.__name__
class Cn(Cm):
    @classmethod
    def make(cls): return "n" + super().make()
print(Cn.make(), Cn().make())
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 100)
    def __repr__(self): return f"MyInt({int(self)})"
x = MyInt(5); print(x + 1, 1 + x, x * 2, type(x * 2), x == 5, hash(x) == hash(5), {5: "a"}[x])
class MyList(list):
    def append(self, v): super().append(v * 2)
    @property
    def last(self): return self[-1]
l = MyList([1]); l.append(4); l.tag = "t"; print(l, l.last, l.tag, len(l), l[0:1], type(l[0:1]), l + [1])
class MyDict(dict):
    def __missing__(self, k): return f"missing {k}"
d = MyDict(a=1); print(d["a"], d["b"], d.get("b"), d)
class MyStr(str):
    def shout(self): return self.upper() + "!"
s = MyStr("abc"); print(s.shout(), s + "d", type(s + "d"), s[0], {"abc": 1}[s], MyStr("x") == "x")
class MyTuple(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
t = MyTuple(1, 2); t.z = 3; print(t, t.z, t == (1, 2), hash(t) == hash((1, 2)))
class E(ValueError):
    pass
try: raise E("x", 1)
except ValueError as e: print(repr(e), e.args)
def outside(self): return super()
try: outside(1)
except RuntimeError as e: print(e)
try: super(L, 5)
except TypeError as e: print(e)
class Init:
    def __init__(self, a): pass
for src in ("Init()", "Init(1, 2)", "object(1)", "Base(1)", "L.hi()", "type('T', (), {})(1)"):
    try: print(eval(src))
    except TypeError as e: print(src, "->", e)
class RetInit:
    def __init__(self): return 1
try: RetInit()
except TypeError as e: print(e)
