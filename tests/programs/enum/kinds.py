from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.BLUE.pretty, Color.default())
print(list(Color), len(Color), Color.RED in Color, 2 in Color, Color.__members__, [c.value for c in reversed(Color)], isinstance(Color.RED, Color), type(Color.RED))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, hash(Color.RED) == hash("RED"), {Color.RED: "r"}[Color.CRIMSON], Color.RED is Color(1), bool(Color.RED))
for call in [
    lambda: Color(9), lambda: Color["NO"], lambda: Color.NO, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: delattr(Color, "RED"),
    lambda: type("X", (Color,), {}), lambda: unique(Color), lambda: setattr(Color.RED, "value", 2),
]:
    show(call)


class Number(IntEnum):
    ONE = 1
    TWO = auto()
    TEN = 10
    NEXT = auto()


print(Number.TWO + 1, Number.TEN > 5, list(Number), repr(Number.NEXT), str(Number.ONE), f"{Number.TEN:>4}", sorted(Number, reverse=True)[0], Number(10))


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm(0), list(Perm.RW), Perm(7), Perm.R ^ Perm.RW, bool(Perm(0)), len(Perm.RW))
show(lambda: Perm(8))


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, Bits(8), Bits.A | 4, Bits.A + 1, ~Bits.A, repr(Bits.A | 8))


class Name(StrEnum):
    FIRST = auto()
    OTHER = "x"


print(Name.FIRST, repr(Name.OTHER), Name.FIRST.upper(), Name("x"), Name.OTHER + "!")
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Enum("P", {"A": 1, "B": 2}).B, Animal.__name__)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print(Planet.EARTH.mass, Planet("home"), Planet.MARS.value)
show(lambda: Planet("pluto"))
match Color.RED:
    case Color.BLUE:
        print("blue")
    case Color.RED:
        print("red")


class Weekday(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower(), count

    MON = auto()
    TUE = auto()


print([d.value for d in Weekday])
