from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    kind: ClassVar[str] = "point"

    def __post_init__(self):
        self.total = self.x + self.y


p = Point(1, 2)
print(p, p == Point(1, 2, ["t"]), p != Point(2, 1), p.total, p.tags is Point(1).tags, Point.kind, asdict(p), astuple(p), replace(p, x=9), is_dataclass(Point), is_dataclass(p))
print([f.name for f in fields(Point)], Point.__match_args__, Point.__doc__, p.__eq__(5))
for call in [lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=2), lambda: hash(p), lambda: p < p, lambda: replace(p, nope=1), lambda: fields(5), lambda: asdict(5)]:
    show(call)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)


a, b = Version(1, 2), Version(1, 3, "n")
print(a < b, a <= b, sorted([b, a]), hash(a) == hash(Version(1, 2, "other")), max(a, b), {a: 1}[Version(1, 2)])
show(lambda: setattr(a, "major", 5))
show(lambda: delattr(a, "major"))
print(issubclass(FrozenInstanceError, AttributeError))


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: str = "b"


s = Slotted(a=1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
show(lambda: Slotted(1))
show(lambda: setattr(s, "zz", 1))


@dataclass
class Base:
    x: int = 1
    _: KW_ONLY
    y: int = 2


@dataclass
class Child(Base):
    z: int = 3
    scale: InitVar[int] = 10

    def __post_init__(self, scale):
        self.z *= scale


print(Child(), Child(5, 6, 2, y=7), [f.name for f in fields(Child)])
Made = make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=5))], bases=(Base,) if False else ())
print(Made(1, 2), Made.__name__)


@dataclass
class Node:
    value: int
    children: list = field(default_factory=list)


tree = Node(1, [Node(2), Node(3, [Node(4)])])
tree.children.append(tree.children[0])
print(tree, asdict(tree), tree == Node(1))
loop = Node(0)
loop.children.append(loop)
print(loop)


def bad():
    @dataclass
    class Bad:
        x: list = []


show(bad)


def order():
    @dataclass
    class Bad:
        x: int = 1
        y: int


show(order)


@dataclass(eq=False, repr=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), "Plain object" in repr(Plain(1)))
match Point(3, 4):
    case Point(x, y):
        print("matched", x, y)
