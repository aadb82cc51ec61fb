from dataclasses import *
import dataclasses, copy
from typing import ClassVar
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass(order=True)
class A:
    x: int
    y: list = field(default_factory=list, compare=False)
    z: ClassVar[int] = 5
    w: InitVar[int] = 3
    k: str = field(default="k", repr=False, kw_only=True, metadata={"m": 1})
    def __post_init__(self, w): self.y.append(w)
a = A(1); print(a, a.y, a == A(1, [9]), a < A(2), [f.name for f in fields(A)], fields(a)[2].metadata["m"], A.__match_args__, A.w)
print(asdict(A(1, k="q")), astuple(a), replace(a, x=5, w=7), is_dataclass(A), is_dataclass(a), is_dataclass(5))
t(lambda: A()); t(lambda: A(1, 2, 3, 4)); t(lambda: A(1, q=1)); t(lambda: A(1) < 5); t(lambda: replace(a, y2=1)); t(lambda: fields(5)); t(lambda: asdict(A)); t(lambda: replace(A, x=1))
@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: "F | None" = None
f = F(1, F(2)); print(f, hash(f) == hash(F(1, F(2))), F.__slots__, asdict(f)); t(lambda: setattr(f, "a", 2)); t(lambda: delattr(f, "a")); t(lambda: setattr(f, "q", 2)); t(lambda: f.__dict__)
try:
    @dataclass
    class Bad: x: int = 1; y: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e: print(e)
try:
    @dataclass(order=True, eq=False)
    class Bad: x: int
except ValueError as e: print(e)
try:
    @dataclass(order=True)
    class Bad:
        x: int
        def __lt__(self, o): return 1
except TypeError as e: print(e)
try:
    @dataclass(frozen=True)
    class Bad(A): pass
except TypeError as e: print(e)
try:
    @dataclass
    class Bad: x: int = field(default=1, default_factory=int)
except ValueError as e: print(e)
try:
    @dataclass(slots=True)
    class Bad:
        __slots__ = ("x",)
        x: int
except TypeError as e: print(e)
@dataclass(unsafe_hash=True)
class H: x: int; y: int = field(hash=False, default=0)
print(hash(H(1, 2)) == hash(H(1, 3)), H(1) == H(1, 1)); t(lambda: hash(A(1)))
@dataclass
class Base:
    a: int = 1; b: int = 2
@dataclass
class Derived(Base):
    c: int = 3; a: int = 9
print(Derived(), [f.name for f in fields(Derived)], Derived(5, 6, 7))
@dataclass
class KW:
    a: int; _: KW_ONLY; b: int = 1; c: int = 2
print(KW(1, b=5), KW.__match_args__); t(lambda: KW(1, 2))
print(make_dataclass("M", ["x", ("y", int), ("z", int, field(default=4))], namespace={"s": lambda self: self.x})(1, 2).s(), make_dataclass("N", [("p", str)], frozen=True)("v")); t(lambda: make_dataclass("M", ["x", "x"])); t(lambda: make_dataclass("M", ["class"]))
@dataclass
class R: me: object = None
r = R(); r.me = r; print(r); print(repr(fields(Base)[0])[:52], type(MISSING).__name__, Base.__dataclass_params__, Base.__doc__, A.__doc__)
@dataclass(init=False, repr=False, eq=False)
class Nothing: x: int = 0
print(Nothing().x, Nothing() == Nothing(), "__init__" in vars(Nothing)); print(copy.copy(a) == a, copy.replace(Base(), a=4), asdict(Base(), dict_factory=list), astuple(Base(), tuple_factory=list), asdict(R([F(1), {"k": F(2)}, (F(3),)])))
@dataclass(match_args=False)
class NM: x: int
print(hasattr(NM, "__match_args__"))
match Base(3, 4):
    case Base(a, b): print(a, b)
