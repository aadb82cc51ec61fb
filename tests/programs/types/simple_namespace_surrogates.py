"""The repr of a namespace keeps lone surrogates of its names, and takes the attributes as they are at its start."""

from types import SimpleNamespace

space = SimpleNamespace(**{"\udc80x": 1, "b": "\ud800", "c": [1, 2]})
print(ascii(repr(space)))


class Odd:
    def __repr__(self):
        space.later = 1
        return "odd"


space = SimpleNamespace({"a": Odd(), "b": 2})
print(repr(space), repr(space))
space.itself = space
del space.a
print(repr(space))
print(repr(SimpleNamespace()))


class Special(SimpleNamespace):
    pass


special = Special(x=1)
special.y = special
print(repr(special), special == SimpleNamespace(x=1))
try:
    SimpleNamespace({1: 2})
except TypeError as error:
    print(error)
