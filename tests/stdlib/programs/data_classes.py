import copy, dataclasses, sys, typing
from dataclasses import *
from typing import ClassVar, List, Optional
from abc import ABC, abstractmethod
from collections import namedtuple, defaultdict


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error)


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
    total: ClassVar[int] = 5


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), p.tags, Point.__doc__, Point.__match_args__, Point.total, is_dataclass(p), is_dataclass(Point), is_dataclass(1), Point.y)
attempt(Point); attempt(Point, 1, 2, 3, 4); attempt(lambda: p < Point(2)); attempt(hash, p); attempt(Point, z=1)
print([f.name for f in fields(p)], asdict(p), astuple(p), replace(p, x=9), copy.replace(p, y=3), Point.__init__.__qualname__, Point.__init__.__annotations__)
attempt(fields, 5); attempt(asdict, Point); attempt(replace, p, q=1)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = "b"
    c: float = field(default=1.0, compare=False)
print(sorted([V(3), V(1, "z"), V(1, "a")]), V(1) < V(2), V(1) <= V(1), V(1, c=5) == V(1), hash(V(1)) == hash((1, "b")), {V(1): 1}[V(1)])
attempt(lambda: setattr(V(1), "a", 5)); attempt(lambda: delattr(V(1), "a")); attempt(lambda: setattr(V(1), "new", 5)); attempt(lambda: V(1) < 5)
@dataclass
class Base:
    a: int = 1
    b: int = 2
@dataclass
class Derived(Base):
    c: int = 3
    a: int = 10
print(Derived(), [f.name for f in fields(Derived)], Derived(1, 2, 3))
def order_error():
    @dataclass
    class X:
        a: int = 1
        b: int
attempt(order_error)
def mutable():
    @dataclass
    class X:
        a: list = []
attempt(mutable)
def frozen_mix():
    @dataclass(frozen=True)
    class X(Base): pass
attempt(frozen_mix)
def frozen_mix2():
    @dataclass
    class X(V): pass
attempt(frozen_mix2)
attempt(dataclass(order=True, eq=False), type("E", (), {}))
attempt(field, default=1, default_factory=list)
def no_annotation():
    @dataclass
    class X:
        a = field()
attempt(no_annotation)
@dataclass
class Post:
    x: int
    scale: InitVar[int] = 2
    y: int = field(init=False)
    def __post_init__(self, scale):
        self.y = self.x * scale
print(Post(3), Post(3, 5), asdict(Post(1)), InitVar[int], InitVar[List[int]])
attempt(replace, Post(3), y=5); attempt(replace, Post(3), x=4)
@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(Kw(1, c=3), Kw.__match_args__, Kw.__doc__)
attempt(Kw, 1, 2)
@dataclass(kw_only=True)
class Kw2:
    a: int = field(kw_only=False)
    b: int
print(Kw2(1, b=2))
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
    def me(self): return __class__ is S
print(S(1), S.__slots__, hasattr(S(1), "__dict__"), S(1).me())
attempt(lambda: setattr(S(1), "zz", 1))
@dataclass(slots=True, frozen=True, weakref_slot=True)
class FS:
    a: int
    b: list = field(default_factory=list)
print(FS(1), FS.__slots__, copy.copy(FS(1)), copy.deepcopy(FS(2)), FS(1) == FS(1))
attempt(dataclass(weakref_slot=True), type("W", (), {}))
@dataclass(unsafe_hash=True)
class UH:
    a: int
    b: int = field(hash=False, default=2)
print(hash(UH(1)) == hash((1,)))
def hash_error():
    @dataclass(unsafe_hash=True)
    class X:
        a: int
        def __hash__(self): return 1
attempt(hash_error)
@dataclass(eq=False)
class NoEq:
    a: int
print(NoEq(1) == NoEq(1), NoEq.__hash__ is object.__hash__)
@dataclass(repr=False, init=False)
class Own:
    a: int = 3
    def __init__(self): self.a = 4
    def __repr__(self): return "own"
print(Own(), Own().a)
def overwrite():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): return True
attempt(overwrite)
def overwrite2():
    @dataclass(frozen=True)
    class X:
        a: int
        def __setattr__(self, o, v): pass
attempt(overwrite2)
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=7))], namespace={"add": lambda self: self.y + self.z}, frozen=True)
print(C(1, 2), C(1, 2).add(), C.__module__, C.__annotations__)
for bad in (["1x"], ["def"], ["a", "a"], [("a", int, 1, 2)]):
    attempt(make_dataclass, "B", bad)
@dataclass
class Tree:
    value: int
    children: List["Tree"] = field(default_factory=list)
    extra: Optional[dict] = None
N = namedtuple("N", "a b")
t = Tree(1, [Tree(2), Tree(3, extra={"k": Tree(4)})], {"n": N(Tree(5), 1), "d": defaultdict(list, a=[Tree(6)]), "t": (1, Tree(7)), "s": {1}})
print(t); print(asdict(t)); print(astuple(t)); print(asdict(Point(1), dict_factory=lambda x: sorted(k for k, v in x)))
t.children.append(t); print(t)
match Point(1, 2):
    case Point(1, y): print("matched", y)
@dataclass
class Str:
    a: "ClassVar[int]" = 1
    b: "typing.ClassVar" = 2
    c: "InitVar[int]" = 3
    d: "dataclasses.InitVar[int]" = 4
    e: "int" = 5
print([(f.name, f.type) for f in fields(Str)], Str(), Str(1, 2, 3))
@dataclass
class Abs(ABC):
    a: int
    @abstractmethod
    def f(self): ...
attempt(Abs, 1)
print(field(default=3, metadata={"a": 1}).metadata, MISSING.__class__.__name__, Point.__dataclass_params__, fields(Point)[2].default_factory, fields(Point)[0].metadata)
@dataclass
class Self:
    self: int
print(Self(5))
@dataclass
class Empty: pass
print(Empty(), Empty() == Empty(), Empty.__doc__, fields(Empty))
class Desc:
    def __set_name__(self, owner, name): print("named", name)
    def __get__(self, i, o): return 3 if i is None else i._v
    def __set__(self, i, v): i._v = v * 2
@dataclass
class UsesDesc:
    a: int = Desc()
print(UsesDesc(5), UsesDesc())
@dataclass
class Docs:
    """Own doc."""
    a: typing.Dict[str, int] = None
    b: "str" = "x"
print(Docs.__doc__, Docs(), make_dataclass("D2", [("a", typing.Dict[str, int]), ("b", list[int], None), ("c", str | None, None)]).__doc__)
attempt(lambda: Tree.__init__(Tree(1)))
