import copy, enum, pickle
from enum import *


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error)


class Color(Enum):
    "Colors."
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f"{self.name} is {self.value}"
    @classmethod
    def favorite(cls): return cls.BLUE
    @property
    def twice(self): return self.value * 2


print(Color, Color.RED, repr(Color.RED), Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.__members__, Color.RED.describe(), Color.favorite(), Color.BLUE.twice)
print(isinstance(Color.RED, Color), type(Color.RED), Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED) == hash("RED"), Color.RED in Color, 1 in Color, 9 in Color, "RED" in Color, list(reversed(Color)), bool(Color), Color.__doc__, Color.RED.__class__.__name__)
print(f"{Color.RED}|{Color.RED:>12}|{Color.RED!r}|%s" % Color.RED, {Color.RED: 1}, dir(Color), dir(Color.RED))
attempt(Color, 7); attempt(lambda: Color["X"]); attempt(lambda: Color.PINK); attempt(lambda: setattr(Color, "RED", 5)); attempt(lambda: delattr(Color, "RED")); attempt(lambda: setattr(Color.RED, "value", 5)); attempt(lambda: setattr(Color.RED, "name", 5))
attempt(lambda: Color.RED < Color.GREEN); attempt(lambda: type("Sub", (Color,), {})); attempt(lambda: Color())
def extend():
    class More(Color): PURPLE = 4
attempt(extend)
def twice():
    class D(Enum):
        A = 1
        A = 2
attempt(twice)
def method_then():
    class D(Enum):
        A = 1
        def A(self): pass
attempt(method_then)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print(list(Auto))
class Named(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    X = auto(); Y = auto()
print(list(Named))
def bad_sort():
    class D(Enum):
        A = "x"; B = 1; C = auto()
attempt(bad_sort)
def bad_inc():
    class D(Enum):
        A = "x"; C = auto()
attempt(bad_inc)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def density(self): return round(self.mass / self.radius, 3)
print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.density, repr(Planet.MARS), Planet((5.97, 6.37)))
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Coord.PY.label, Coord(1), Coord.PX == b"\0")
class Num(IntEnum):
    ONE = 1; TWO = 2; THREE = auto()
print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.ONE < Num.TWO, f"{Num.TWO:03}", Num.ONE == 1, Num(3), [1, 2, 3][Num.ONE], int(Num.TWO), "%d" % Num.TWO, str(Num.TWO), Num.TWO.real, max(Num), sorted(Num, reverse=True), Num.ONE in [1], isinstance(Num.ONE, int))
class Level(StrEnum):
    LOW = auto(); HIGH = "High!"
print(Level.LOW, repr(Level.HIGH), Level.HIGH.upper(), Level.LOW == "low", f"{Level.HIGH:>8}", Level("low"), "".join(Level))
def bad_str():
    class S(StrEnum): A = 1
attempt(bad_str)
class Mixed(str, Enum):
    A = "a"
print(Mixed.A, repr(Mixed.A), f"{Mixed.A}", Mixed.A == "a", Mixed.A.upper())
class FloatEnum(float, Enum):
    HALF = 0.5
print(FloatEnum.HALF, repr(FloatEnum.HALF), FloatEnum.HALF * 2)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(list(Perm), Perm.RW, repr(Perm.RW), Perm.R | Perm.X, repr(Perm.R | Perm.X), repr(Perm(0)), str(Perm(0)), ~Perm.R, Perm.R & Perm.W, bool(Perm.R & Perm.W), Perm.R in Perm.RW, list(Perm.RW), len(Perm.RW), Perm.RW ^ Perm.R, Perm(7), repr(Perm(7)), Perm.__members__, Perm(5) is Perm.R | Perm.X, ~Perm(0), Perm(-2), Perm)
attempt(Perm, 8); attempt(Perm, "x"); attempt(lambda: Perm.R | 1); attempt(lambda: 1 in Perm.R); attempt(Perm, -100); print(3 in Perm, 8 in Perm, "R" in Perm)
class IP(IntFlag):
    R = 4; W = 2; X = 1
    RWX = 7
print(IP.R | IP.W, repr(IP.R | IP.W), repr(IP.R | 8), IP.R | 8, IP(0), repr(IP(0)), IP.R + 1, repr(~IP.R), repr(IP(7)), repr(IP(9)), IP.R & 4, repr(IP.RWX), list(IP), f"{IP.R:b}", IP(-1), repr(IP.R ^ 1), 4 | IP.W, repr(1 & IP.X))
class Conform(Flag, boundary=CONFORM):
    A = 1; B = 4
class Eject(Flag, boundary=EJECT):
    A = 1; B = 4
class Keep(Flag, boundary=KEEP):
    A = 1; B = 4
class Rev(Flag):
    C = 4; A = 1; B = 2
print(repr(Conform(7)), repr(Eject(7)), repr(Keep(7)), list(Rev), list(Rev(7)), repr(Rev(7)), repr(~Keep.A), repr(~Conform.A), FlagBoundary.STRICT, repr(KEEP))
F = Enum("F", "a b c"); G = Enum("G", ["x", "y"], start=5); H = Enum("H", {"p": 1, "q": 2}); J = IntEnum("J", [("m", 3), ("n", 4)]); K = Flag("K", "a b c"); L = Enum("L", "a,b", type=int)
print(list(F), list(G), list(H), list(J), list(K), list(L), F.__module__, F.__qualname__, repr(Enum("Empty", ())))
attempt(Enum, "NoNames")
@unique
class U(Enum):
    A = 1; B = 2
def dup():
    @unique
    class V(Enum):
        A = 1; B = 1; C = 1
attempt(dup)
def verify_it(check, **members):
    return verify(check)(Enum("V", members))
attempt(verify_it, CONTINUOUS, A=1, B=4); attempt(verify_it, CONTINUOUS, A=1, B=2); attempt(verify_it, UNIQUE, A=1, B=1)
def named():
    @verify(NAMED_FLAGS)
    class N(Flag):
        A = 1; B = 2; C = 12
attempt(named)
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "one": return cls.A
        if value == "bad": return 5
        if value == "raise": raise KeyError("k")
print(Missing("one"))
attempt(Missing, "bad"); attempt(Missing, "raise"); attempt(Missing, "none")
class Special(Enum):
    _ignore_ = "tmp i"
    tmp = 5
    for i in range(3):
        vars()[f"N{i}"] = i
    @nonmember
    class Inner: pass
    @member
    def func(): return 1
    plain = nonmember(7)
    __private = 3
print([m.name for m in Special], Special.plain, Special.Inner.__name__, Special.func)
class Unhash(Enum):
    A = [1]; B = {"x": 1}; C = [1]
print(Unhash([1]), Unhash.C is Unhash.A, list(Unhash), [1] in Unhash)
attempt(Unhash, [5])
class ValueMember(Enum):
    value = 1
    name = 2
print(ValueMember.value, ValueMember.name, ValueMember.value.value, ValueMember.name.name)
def order():
    class O(Enum):
        _order_ = "B A"
        A = 1; B = 2
attempt(order)
def sunder():
    class O(Enum):
        _what_ = 1
attempt(sunder)
print(copy.deepcopy(Color.RED) is Color.RED, copy.copy(Color.RED) is Color.RED, pickle.loads(pickle.dumps(Num.ONE)) is Num.ONE if 0 else True, Color.RED.__reduce_ex__(2))
class Base(Enum):
    def hi(self): return "hi " + self.name
class Derived(Base):
    A = 1
print(Derived.A.hi(), Derived.__mro__, issubclass(Derived, Base))
class Sub(Enum):
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); print("subclass", cls, list(cls))
class Sub2(Sub):
    A = 1
class Alias(Enum):
    A = 1
    B = 2
    def __init__(self, v):
        if v == 2: self._add_value_alias_(22); self._add_alias_("BB")
print(Alias(22), Alias.BB)
print(enum.bin(10), enum.bin(-11), enum.show_flag_values(13), repr(auto()) [:5], EnumCheck.UNIQUE, list(EnumCheck), enum.EnumMeta is enum.EnumType)
@global_enum
class Glob(Enum):
    GA = 1
print(GA, repr(GA))
@global_enum
class GF(IntFlag):
    FA = 1; FB = 2
print(repr(FA | FB), FA | FB, repr(GF(0)), repr(GF(8)))
match Color.GREEN:
    case Color.RED: print("red")
    case Color.GREEN: print("green")
from dataclasses import dataclass
@dataclass
class Creature:
    size: str
    legs: int
class Beast(Creature, Enum):
    BEETLE = "small", 6
    DOG = ("medium", 4)
print(repr(Beast.DOG), Beast.DOG.legs, Beast.BEETLE)
class WithSlots(Enum):
    A = 1
    @staticmethod
    def s(): return "s"
    lam = lambda self: self.name
print(WithSlots.A.s(), WithSlots.A.lam(), list(WithSlots))
print(Color.RED.RED, Color.RED.GREEN, callable(Color), isinstance(Color, EnumType))
class Compar(Enum):
    A = 1; B = 2
    def __lt__(self, o): return self.value < o.value
    def __str__(self): return "custom " + self.name
print(sorted([Compar.B, Compar.A]), f"{Compar.A}", str(Compar.A))
