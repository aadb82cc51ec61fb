import collections, collections.abc, sys, typing
from typing import *
import typing as t


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error)


T = TypeVar("T"); K = TypeVar("K"); V = TypeVar("V", bound=int); S = TypeVar("S", int, str); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); C = TypeVar("C", covariant=True); D = TypeVar("D", contravariant=True)
print(T, C, D, P, Ts, V.__bound__, S.__constraints__, T.__name__, T.__module__, P.args, P.kwargs, T.has_default(), T.__default__, NoDefault)
for x in [Any, List, Dict, List[int], Dict[str, int], List[T], Dict[K, V], Tuple, Tuple[int, ...], Tuple[()], Tuple[int, str], Optional[int], Union[int, str], Union[int, None, str], Union[int], Callable, Callable[[int], str], Callable[..., int], Callable[[], None], Callable[P, T], Literal[1, "a", None, True], ClassVar[int], Final[int], Final, Type[int], Iterable[int], Mapping[str, List[int]], Generator[int, None, str], Generator[int], Set[int], FrozenSet[int], Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[int, int], ChainMap[int, int], Annotated[int, "meta", 5], NoReturn, Never, Self, LiteralString, TypeAlias, TypeGuard[int], TypeIs[str], Required[int], NotRequired[int], Concatenate[int, P], Optional["Fwd"], List["Fwd"], Union[List[int], Dict[str, int]], AnyStr, Hashable, Sized, Awaitable[int], Coroutine[int, int, int], AsyncIterator[int], ContextManager[int], Pattern[str], Match[str], IO[str], Text, Sequence[int], AbstractSet[int], ItemsView[int, str], Unpack[Ts], Optional[Any], Union[Any, None], Type, Dict[str, None], List[List[T]], Collection[T], SupportsInt, SupportsAbs[int], Literal[Literal[1, 2], 3], Union[int, Union[str, float]], Union[int, int], Optional[Union[int, str]]]:
    print(repr(x), get_origin(x), get_args(x), getattr(x, "__parameters__", None))
print(List[T][int], Dict[K, V][str, int], Dict[str, T][int], Callable[[T], K][int, str], Union[T, K][int, str], Optional[T][int], List[Tuple[T, K]][int, str], Callable[P, T][[int, str], bool], Annotated[T, 1][int], Tuple[T, ...][int], Union[T, int][int])
print(List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] != List[str], Union[int, str] == Union[str, int], Optional[int] == Union[int, None], Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], Union[int, str] == int | str)
print(int | Optional[str], List[int] | None, None | List[int], "x" | T if 0 else T | int, List[int] | str)
for f in [lambda: List[int, str], lambda: Dict[int], lambda: Optional[1, 2], lambda: Union[()], lambda: Any(), lambda: List[int](), lambda: List(), lambda: isinstance([], List[int]), lambda: List[int][str], lambda: Generic[int], lambda: Generic[T, T], lambda: Callable[int], lambda: ClassVar[int, str], lambda: Any[int], lambda: NoReturn[int], lambda: isinstance(1, Any), lambda: Union(), lambda: Optional(), lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: TypeVar("X", covariant=True, contravariant=True), lambda: List[ClassVar[int]], lambda: Annotated[int], lambda: Concatenate[int], lambda: isinstance(1, Union[int, str]), lambda: issubclass(bool, Optional[int]), lambda: isinstance([], List), lambda: issubclass(list, List), lambda: Tuple[int][str], lambda: Literal[[]], lambda: List["a b c"], lambda: Dict[K, V][int], lambda: List[T][int, str], lambda: isinstance({}, Mapping), lambda: issubclass(dict, Iterable), lambda: Union[int, 5], lambda: List[()], lambda: isinstance(1, Self)]:
    attempt(f)
class Box(Generic[T]):
    def __init__(self, x: T): self.x = x
class Pair(Generic[K, V], Dict[K, V]): pass
class IntBox(Box[int]): pass
class Sub(Box[T], Generic[T, K]): pass
print(Box[int], Box[int](5).x, Box[int](5).__orig_class__, Box.__parameters__, IntBox.__parameters__, IntBox.__orig_bases__, Sub[int, str], Pair[str, int], Pair.__mro__, Box.__mro__, IntBox(1).x, Sub.__parameters__, Box[T][str], Box["Box"])
attempt(lambda: Box[int, str]); attempt(lambda: IntBox[int]); attempt(lambda: Sub[int])
def plain():
    class X(Generic): pass
attempt(plain)
def missing():
    class X(Box[T], Generic[K]): pass
attempt(missing)
class LS(List[int]): pass
print(LS([1]), LS.__mro__, LS.__orig_bases__)
class MyAny(Any): pass
print(MyAny().__class__.__name__, isinstance(MyAny(), MyAny))
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Named(Protocol):
    name: str
    def hello(self): return "hi " + self.name
@runtime_checkable
class Attr(Protocol):
    x: int
class Impl:
    name = "impl"; x = 3
class Explicit(Named):
    name = "explicit"
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, HasLen), isinstance(Impl(), Attr), isinstance(5, Attr), Explicit().hello(), is_protocol(HasLen), is_protocol(Explicit), get_protocol_members(Attr), isinstance(5, SupportsInt), isinstance("x", SupportsInt), isinstance(5, SupportsIndex), issubclass(float, SupportsFloat), isinstance(Explicit(), Named) if 0 else True)
attempt(lambda: isinstance(1, Named)); attempt(lambda: HasLen()); attempt(lambda: issubclass(Impl, Attr)); attempt(runtime_checkable, Impl); attempt(get_protocol_members, int)
def badproto():
    class X(Impl, Protocol): pass
attempt(badproto)
class GenP(Protocol[T]):
    def get(self) -> T: ...
print(GenP[int], GenP.__parameters__)
class Emp(NamedTuple):
    "An employee."
    name: str
    id: int = 3
    def both(self): return self.name, self.id
e = Emp("g")
print(e, e.both(), Emp.__annotations__, Emp._field_defaults, Emp.__doc__, Emp.__mro__, Emp.__orig_bases__ == (NamedTuple,), isinstance(e, tuple), e._replace(id=5))
E2 = NamedTuple("E2", [("a", int), ("b", str)])
print(E2(1, "x"), E2.__annotations__, E2.__module__)
def nt_bad():
    class X(NamedTuple):
        a: int = 1
        b: int
attempt(nt_bad)
class Movie(TypedDict):
    title: str
    year: NotRequired[int]
class Movie2(Movie, total=False):
    rating: float
    stars: Required[int]
m: Movie = {"title": "x"}
print(Movie(title="a", year=1), Movie.__annotations__, sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), Movie2.__total__, sorted(Movie2.__required_keys__), sorted(Movie2.__optional_keys__), is_typeddict(Movie), is_typeddict(dict), Movie.__mro__, TypedDict("X", {"a": int, "b": "str"}).__annotations__, Movie.__orig_bases__[0].__name__)
attempt(lambda: isinstance({}, Movie))
UserId = NewType("UserId", int)
print(UserId, UserId(5), UserId.__supertype__, UserId.__name__, Optional[UserId])
def nt_sub():
    class X(UserId): pass
attempt(nt_sub)
class Node:
    left: "Node"
    right: Optional["Node"] = None
    items: List["int"] = []
    cv: ClassVar[int] = 1
    none: None = None
    new: "list[Node] | None" = None
def func(a: "int", b: Optional[str] = None, *args: T, **kw: "Node") -> "List[Node]": ...
print(get_type_hints(Node), get_type_hints(func)); attempt(get_type_hints, 5)
class Ann:
    a: Annotated[int, "x"]
    b: List[Annotated[str, 1]]
print(get_type_hints(Ann), get_type_hints(Ann, include_extras=True), get_type_hints(func, include_extras=True)["return"])
def unknown(a: "Nope"): ...
attempt(get_type_hints, unknown)
@overload
def ov(a: int) -> int: ...
@overload
def ov(a: str) -> str: ...
def ov(a): return a
print(len(get_overloads(ov)), ov(1), cast(int, "x"), assert_type(1, int), final(Impl).__final__, override(func).__override__, TYPE_CHECKING, no_type_check(func).__no_type_check__, get_type_hints(func))
clear_overloads(); print(get_overloads(ov)); attempt(assert_never, 5)
@overload
def ov2(a): ...
attempt(ov2, 1)
@dataclass_transform(order_default=True)
def maker(c): return c
print(maker.__dataclass_transform__)
print(ForwardRef("int"), ForwardRef("x") == ForwardRef("x"), get_origin(Generic[T]), get_origin(Generic), get_origin(int), get_args(int), get_origin(list[int]), get_args(dict[str, int]), get_origin(int | str), get_args(int | str), get_args(Callable[[int, str], bool]), get_args(collections.abc.Callable[[int], str]), get_origin(Annotated[int, 1]), get_args(Optional[int]), get_origin(P.args))
attempt(ForwardRef, "a b"); attempt(ForwardRef, 5)
print(sorted(t.__all__)); print([n for n in t.__all__ if not hasattr(t, n)])
A = TypeAliasType("A", List[int]); print(A, A.__value__)
print(List.__name__, List[int].__name__, Optional[int].__name__, Any.__name__, Union.__name__, List[int].__module__, Callable[[int], str].__args__, List[int].__origin__, Iterable.__origin__, Union[int, str].__args__)
