"""Comparisons and hashes of dataclasses: what they answer for odd fields, changed methods, and missing attributes."""
from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    amount: int = 1


items = [Item(i * 37 % 11 / 4, f"item {i}", -i % 3) for i in range(12)]
print([item.name for item in sorted(items)])
print([item.name for item in sorted(items, reverse=True)])
print(min(items), max(items).name, items[0] < items[1], items[0] <= items[0], items[3] > items[2])
print(Item(1, "a") == Item(1.0, "b"), Item(1, "a") != Item(2, "a"), Item(1, "a") == 1)
try:
    Item(1, "a") < 3
except TypeError as error:
    print(error)
try:
    sorted([Item(1, "a"), Item("x", "b")])
except TypeError as error:
    print(error)

# A NaN is not equal to itself as a field, but two tuples that hold it are.
nan = float("nan")
print(Item(nan, "a") == Item(nan, "a"), Item(nan, "a") < Item(nan, "a"), Item(nan, "a") <= Item(nan, "a"))
print([i.name for i in sorted([Item(nan, "n"), Item(2, "b"), Item(1, "a")], key=lambda i: i.amount)])


class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("asked", self.answer)
        return self.answer


odd = Odd(False)
print(Item(odd, "a") == Item(odd, "a"), Item(1, "a", odd) == Item(2, "a", odd))
print(Item((1, nan), "a") == Item((1, nan), "b"), Item([1], "a") == Item([1], "b"))
print(Item(10**30, "a") < Item(10**31, "a"), Item(True, "a") == Item(1, "a"), Item(None, "a") == Item(None, "b"))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Slotted:
    x: int
    y: str = "y"


print(hash(Point(1, 2)) == hash((1, 2)), hash(Point("a", 2.5)) == hash(("a", 2.5)), Point(1) in {Point(1, 0)})
print(hash(Slotted(1)) == hash((1, "y")), len({Slotted(i % 3) for i in range(9)}), sorted({Point(2), Point(1)}, key=hash) != [])
print(Point(1.0) in {Point(1)}, Point(-1) == Point(-1.0), hash(Point(-1)) == hash((-1, 0)))
try:
    hash(Point([]))
except TypeError as error:
    print(error)

# An attribute that was deleted; one that became a property; a method that was replaced.
bare = Item(1, "a")
del bare.price
try:
    bare == Item(1, "a")
except AttributeError as error:
    print(error)
Item.amount = property(lambda self: 7)
print(Item.__eq__(items[0], Item(items[0].price, "z")) if False else items[0] == items[0], items[1] < items[2])
Item.__lt__ = lambda self, other: self.name < other.name
print([item.name for item in sorted(items)][:3])


class Sub(Point):
    pass


print(Sub(1) == Point(1), Sub(1) == Sub(1), hash(Sub(1)) == hash(Point(1)))


@dataclass(order=True)
class Wide:
    a: int
    b: int
    c: int
    d: int
    e: int


wide = [Wide(1, 2, 3, i % 2, -i) for i in range(5)]
print([w.e for w in sorted(wide)])


@dataclass(order=True)
class Node:
    value: int
    next: "Node" = None


def chain(n):
    node = None
    for i in range(n):
        node = Node(i, node)
    return node


print(chain(20) == chain(20), chain(20) < chain(21), sorted([chain(3), chain(2)])[0].value)


@dataclass(frozen=True)
class Checked:
    low: int
    high: int = field(default_factory=lambda: 9)
    made: int = field(init=False, default=3)

    def __post_init__(self):
        if self.low > self.high:
            raise ValueError("low")


print(Checked(1), Checked(2, 3))
for action in (lambda: Checked(10), lambda: Checked(), lambda: setattr(Checked(1), "low", 2)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


# Who profiles sees the methods called.
import sys


def called(action):
    names = []
    sys.setprofile(lambda frame, event, arg: names.append(frame.f_code.co_name) if event == "call" else None)
    try:
        action()
    finally:
        sys.setprofile(None)
    return [name for name in names if name.startswith("__")]


print(called(lambda: sorted([Wide(i * 3 % 5, 0, 0, 0, 0) for i in range(5)])))
