import typing
from typing import *
import collections.abc
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
T = TypeVar("T"); K = TypeVar("K", bound=int); V = TypeVar("V", int, str); P = ParamSpec("P"); Ts = TypeVarTuple("Ts")
print(List[int], Dict[str, List[T]], Optional[int], Union[int, str, int], Union[int], Optional[None], Callable[[int, str], bool], Callable[..., T], Tuple[int, ...], Tuple[()], Type[int], Literal[1, "a", None], Annotated[int, "m"], ClassVar[int], Final[int], Any, NoReturn, Self)
print(List[T][int], Dict[K, V][int, str], Callable[P, T][[int], str], Union[T, None][int], get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Literal[1, 2]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_origin(int), get_args(list[int]))
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], List[int] == list[int], int | None, Optional[int] == (int | None), List[T].__parameters__, Dict[K, V].__args__, List[int].__origin__, Literal[1, 1, True].__args__)
t(lambda: List[1]); t(lambda: Union[()]); t(lambda: Optional[int, str]); t(lambda: Callable[int]); t(lambda: Dict[int]); t(lambda: Literal[[]]); t(lambda: List[int][str]); t(lambda: isinstance(1, List[int])); t(lambda: TypeVar("T", int)); t(lambda: TypeVar("T", bound=1)); t(lambda: List()); t(lambda: Union[int, str]()); t(lambda: Any()); t(lambda: ClassVar[int, str]); t(lambda: Final()); t(lambda: issubclass(int, Any))
class Node(Generic[T]):
    nxt: "Optional[Node[T]]"
    value: T
    def f(self, x: "int", *a: "str", k: T = None) -> "List[T]": ...
print(get_type_hints(Node), get_type_hints(Node.f), Node[int], Node[int].__args__, Node.__parameters__, Node[int]().__orig_class__, Node.__orig_bases__); t(lambda: Node[int, str]); t(lambda: Generic[int]); t(lambda: type("Z", (Generic[T, T],), {}))
class NT(NamedTuple):
    a: int
    b: str = "x"
print(NT(1), NT._field_defaults, NT.__annotations__, NT(1) == (1, "x"), NamedTuple("N2", [("p", int)])(5))
class TD(TypedDict, total=False):
    a: Required[int]
    b: NotRequired[str]
    c: ReadOnly[int]
print(TD(a=1), TD.__required_keys__, sorted(TD.__optional_keys__), TD.__total__, get_type_hints(TD), is_typeddict(TD), type(TD(a=1))); t(lambda: isinstance({}, TD))
@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...
class File:
    def close(self): pass
print(isinstance(File(), Closes), isinstance(5, Closes), issubclass(File, Closes), is_protocol(Closes), get_protocol_members(Closes)); t(lambda: Closes())
class Data(Protocol): x: int
t(lambda: isinstance(5, Data)); 
U = NewType("U", int); print(U(5), U, U.__supertype__, U.__name__, List[U])
@overload
def o(x: int) -> int: ...
@overload
def o(x: str) -> str: ...
def o(x): return x
print(len(get_overloads(o)), o(3)); t(lambda: overload(len)(1)); print(cast("int", "s"), assert_type(5, int), reveal_type is not None); t(lambda: assert_never(5))
@final
class Fin: pass
@override
def ov(): pass
print(Fin.__final__, ov.__override__, no_type_check(lambda: 0).__no_type_check__, TYPE_CHECKING, Text, AnyStr, T, K, V, P, Ts, P.args, P.kwargs, Unpack[Ts], Concatenate[int, P], TypeGuard[int], TypeIs[str])
type Alias[X] = list[X] | None
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__, Alias.__name__)
def g[X: int, *Y, **Z](a: X) -> X: return a
print(g.__type_params__, g.__type_params__[0].__bound__, g(1)); class_ = None
class GG[A, B = int]: pass
print(GG.__type_params__, GG.__type_params__[1].__default__, GG[str], NoDefault, TypeVar("D", default=int).has_default(), GG.__parameters__)
print(ForwardRef("int"), typing.get_type_hints(lambda: 0), isinstance([], Sequence), issubclass(dict, Mapping), isinstance((), Hashable), isinstance([], Iterable), Iterable[int], Deque[int]([1]), DefaultDict[str, int](int), collections.abc.Callable[[int], str], Awaitable, SupportsInt, isinstance(5, SupportsIndex), Counter[str]("ab"), ChainMap, ContextManager[int], Pattern[str], IO[str], BinaryIO)
