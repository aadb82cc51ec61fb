from enum import *
import enum
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class C(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    def hi(self): return self.name.lower()
    @property
    def double(self): return self.value * 2
    @classmethod
    def first(cls): return next(iter(cls))
print(C.RED, repr(C.GREEN), C.CRIMSON is C.RED, C(2), C["RED"], list(C), len(C), C.__members__, C.RED.hi(), C.GREEN.double, C.first(), C.RED in C, 2 in C, 5 in C, C.RED.name, hash(C.RED) == hash("RED"), [*reversed(C)])
t(lambda: C(5)); t(lambda: C["X"]); t(lambda: setattr(C, "RED", 3)); t(lambda: delattr(C, "RED")); t(lambda: C.RED < C.GREEN); t(lambda: C.NONE); t(lambda: setattr(C.RED, "value", 2)); t(lambda: C()); t(lambda: type("Sub", (C,), {}))
class P(Enum):
    MERCURY = (3.3e23, 2.4e6); EARTH = (5.9e24, 6.3e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(P.EARTH.mass, P((3.3e23, 2.4e6)), P.EARTH.value)
class A(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    X = auto(); Y = auto()
print([m.value for m in A])
class I(IntEnum): ONE = 1; TWO = 2
print(I.ONE + 1, I.TWO == 2, repr(I.ONE), str(I.TWO), f"{I.ONE:03}", I(1) < I.TWO, [10, 20, 30][I.ONE], isinstance(I.ONE, int), {1: "a"}[I.ONE], int("1") in I)
class S(StrEnum): A = auto(); B = "bee"
print(S.A, S.B.upper(), S("bee"), repr(S.A), f"{S.B:>5}", S.A == "a"); t(lambda: type("T", (), {}) and StrEnum("Q", {"a": 1}))
class F(Flag): R = 1; W = 2; X = 4; RW = R | W
print(F.R | F.X, repr(F.R | F.X), F.RW, ~F.R, F(0), F.RW & F.W, F.R ^ F.RW, bool(F(0)), F.R in F.RW, list(F.RW), len(F.RW), F(7), list(F), F.RW.value, F["RW"], F.R | F.W is F.RW); t(lambda: F(8)); t(lambda: F.R | 1); t(lambda: F("R"))
class K(Flag, boundary=KEEP): A = 1
class E(Flag, boundary=EJECT): A = 1
class Q(Flag, boundary=CONFORM): A = 1
print(repr(K(9)), E(9), repr(Q(9)))
class IF(IntFlag): A = 1; B = 2
print(IF.A | 8, repr(IF.A | IF.B), IF.A + 1, ~IF.A, IF(0), 3 in IF, IF.B << 1)
Animal = Enum("Animal", "ANT BEE"); print(list(Animal), Animal.ANT.value, Enum("N", {"a": 5}).a, Enum("L", ["x", "y"], start=5).y.value, Enum("T", [("p", 1)], module="m", qualname="q").p)
@unique
class U(Enum): A = 1
try:
    @unique
    class D(Enum): A = 1; B = 1
except ValueError as e: print(e)
try:
    class Dup(Enum): A = 1; A = 2
except TypeError as e: print(e)
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A if value == "any" else None
print(M("any")); t(lambda: M("else"))
class Mem(Enum):
    f = member(len); n = nonmember(5); g = lambda self: 1
    class Inner(Enum): Z = 1
    _ignore_ = ["junk"]; junk = 3
    def __str__(self): return "S"
print(Mem.f, Mem.n, Mem.f.g(), list(Mem)); print(f"{Mem.f}", format(Mem.f, ">3"))
class V(Enum):
    _order_ = "A B"; A = 1; B = 2
class W(str, Enum): A = "a"
print(W.A, repr(W.A), W.A == "a", f"{W.A}", W.A.upper(), isinstance(W.A, str), W("a") is W.A, "x" + W.A)
import copy; print(copy.deepcopy(C.RED) is C.RED, C.RED.__reduce_ex__(2)[1], C.__class__.__name__, type(C.RED) is C, C.RED.__objclass__ if hasattr(C.RED, "__objclass__") else "", C.__doc__)
print(verify(NAMED_FLAGS)(F) is F, verify(CONTINUOUS)(C) is C); t(lambda: verify(CONTINUOUS)(Enum("G", {"a": 1, "b": 3}))); t(lambda: verify(UNIQUE)(C)); print(show_flag_values(5) if "show_flag_values" in globals() else enum.show_flag_values(5), global_enum_repr(C.RED), EnumType is EnumMeta)
