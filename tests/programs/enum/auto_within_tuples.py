# `auto` among the values of a tuple counts on from the last number it gave.
from enum import Enum, Flag, IntFlag, auto


class Planet(Enum):
    MERCURY = auto(), "small"
    VENUS = auto(), "hot"
    EARTH = auto(), auto()

    def __init__(self, number, kind):
        self.number, self.kind = number, kind


print(list(Planet), Planet.VENUS.number, Planet.EARTH.kind)


class Upper(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.upper(), count, list(last_values)

    a = auto()
    b = auto()


print(list(Upper))


class Bits(Flag):
    a = auto()
    b = auto()


print(list(Bits))


class Open(IntFlag):
    a = 1


print(Open(16), Open(0), repr(Open(17)))

import re

print(repr(re.RegexFlag(2**20)), repr(re.I | 0x400), re.RegexFlag(0))
