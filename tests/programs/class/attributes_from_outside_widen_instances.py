"""Attributes that no method of the class names; changing classes whose instances have other numbers of attributes."""
from collections import namedtuple
from dataclasses import dataclass


class Bag:
    pass


def filled(count):
    bag = Bag()
    for i in range(count):
        setattr(bag, "a%d" % i, i)
    return bag


bags = [filled(count) for count in (0, 1, 3, 2, 20, 5, 13, 0, 200, 4)]
print([len(vars(bag)) for bag in bags])
bags[1].a0 = "changed"
bags[3].extra = 1
del bags[2].a1
bags[2].a1 = "again"
print(vars(bags[1]), vars(bags[3]), vars(bags[2]))
print(bags[4].a19, bags[6].a12, hasattr(bags[0], "a0"))


class Small:
    def __init__(self):
        self.x = 1


class Large:
    def __init__(self):
        self.a = self.b = self.c = self.d = 2


for _ in range(2):
    small, large = Small(), Large()
    small.__class__, large.__class__ = Large, Small
    small.more = large.more = 3
    print(vars(small), vars(large), type(small).__name__, type(large).__name__)
    for i in range(5):
        setattr(Small(), "y%d" % i, i)
    late = Small()
    late.__class__ = Large
    late.e = 5
    late.__class__ = Small
    print(vars(late), late.x)
    kept = vars(late)
    late.__class__ = Bag
    kept["z"] = 6
    print(late.z, late.__dict__ is kept)


class Slotted:
    __slots__ = ("p", "__dict__")


for i in range(3):
    slotted = Slotted()
    slotted.p = i
    for name in "uvw"[:i + 1]:
        setattr(slotted, name, name)
    slotted.__dict__["more"] = 1
    print(slotted.p, vars(slotted))


class Child(Bag):
    def __init__(self):
        self.own = 1


child = Child()
child.a0 = child.a1 = child.a2 = child.a3 = 0
print(vars(child), vars(Child()))


@dataclass
class Point:
    x: int
    y: int = 2


def points():
    return [Point(i) for i in range(4)]


print(points(), points()[1] == Point(1, 2))
print([p.__class__.__name__ for p in points()])

Row = namedtuple("Row", "first second")


class Named(Row):
    def __getattribute__(self, name):
        return "got " + name


class Renamed(Row):
    second = 7


def seconds(rows):
    return [row.second for row in rows]


rows = [Row(1, 2), Row(3, 4)]
print(seconds(rows), seconds([Row(5, 6), Named(1, 2), Renamed(1, 2), Row(7, 8)]))
print(seconds(rows))
Row.second = property(lambda self: "replaced")
print(seconds(rows))
del Row.second
try:
    seconds(rows)
except AttributeError as error:
    print(error)


class Liar:
    pass


def classes(objects):
    return [thing.__class__ for thing in objects]


class Liar2(Liar):
    __class__ = property(lambda self: int)


print(classes([Liar(), Liar2(), Liar(), Liar2()]))


def describe(errors):
    return [error.args for error in errors]


print(describe([ValueError(1, 2), ValueError("x"), KeyError("k")]))


class Counted(dict):
    limit = 3

    def __missing__(self, key):
        return 0


def limits(counted):
    result = []
    for i in range(4):
        result.append((counted.limit, counted["q"]))
        if i == 1:
            Counted.limit = 5
        if i == 2:
            counted.limit = 6
    return result


print(limits(Counted()))
