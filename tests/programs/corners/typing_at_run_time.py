# runs: plain
# typing at run time: text, subscription, introspection.
def cut(text):
    """Without addresses, which differ."""
    return " at 0x".join(part if i == 0 else part.lstrip("0123456789abcdef") for i, part in enumerate(str(text).split(" at 0x")))
def clean(value):
    return cut(repr(value))
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(clean(r))
    except BaseException as e:
        print(type(e).__name__ + ":", cut(e))
def ev(s, g=None):
    try:
        print(s, "->", clean(eval(s, g if g is not None else globals())))
    except BaseException as e:
        print(s, "->", type(e).__name__ + ":", e)
import typing as T, types, collections.abc as cabc
from typing import *
X = TypeVar('X'); Y = TypeVar('Y', int, str); Z = TypeVar('Z', bound=int, covariant=True); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
for e in ["X, Y, Z, P, Ts", "X.__constraints__, Y.__constraints__, Z.__bound__, Z.__covariant__", "TypeVar('A', int)", "TypeVar('A', covariant=True, contravariant=True)", "TypeVar(5)", "TypeVar('A', 5, 6)", "TypeVar('A', int, str, bound=int)", "List[int]", "Dict[str, List[int]]", "Optional[int]", "Optional[None]", "Optional[Union[int, str]]", "Union[int]", "Union[int, int]", "Union[int, str, int]", "Union[()]", "Union[int, Union[str, None]]", "Union", "Optional", "Optional[int, str]", "Any", "Callable", "Callable[[int], str]", "Callable[..., int]", "Callable[[], None]", "Callable[int, str]", "Callable[[int]]", "Callable[P, int]", "Callable[Concatenate[int, P], str]", "Concatenate[int]", "Concatenate[int, P]", "Tuple[int, ...]", "Tuple[()]", "Tuple[int]", "tuple[int, ...]", "tuple[()]", "list[int]", "list[int][str]", "list[X][int]", "dict[X, Y][int, str]", "dict[X, Y][int]", "List[X][int]", "Dict[X, X][int]", "Dict[X, Y][int]", "List[int][str]", "List[int, str]", "Dict[int]", "Literal[1, 'a', None]", "Literal[1, 1]", "Literal[1] == Literal[True]", "Literal[Literal[1], 2]", "Literal", "Literal[()]", "Final[int]", "Final[int, str]", "ClassVar[int]", "ClassVar", "ClassVar[ClassVar[int]]", "Annotated[int, 5]", "Annotated[int]", "Annotated[Annotated[int, 1], 2]", "Annotated[int, 5].__metadata__", "Annotated[X, 5][int]", "Type[int]", "type[int]", "NoReturn", "Never", "Self", "LiteralString", "Required[int]", "NotRequired[int]", "ReadOnly[int]", "Unpack[Ts]", "Unpack[int]", "TypeGuard[int]", "TypeIs[int]", "Generic", "Generic[X]", "Generic[int]", "Generic[X, X]", "Generic[()]", "Protocol[X]", "get_origin(List[int])", "get_origin(list[int])", "get_origin(Union[int, str])", "get_origin(int | str)", "get_origin(Callable[[int], str])", "get_origin(Literal[1])", "get_origin(int)", "get_origin(Annotated[int, 1])", "get_origin(Generic[X])", "get_args(Dict[str, int])", "get_args(Callable[[int], str])", "get_args(Callable[..., str])", "get_args(Union[int, str])", "get_args(int | None)", "get_args(int)", "get_args(Annotated[int, 1])", "get_args(Literal[1, 2])", "get_args(cabc.Callable[[int], str])", "int | str", "int | None", "int | 5", "5 | int", "int | 'str'", "List[int] | None", "X | int", "int | X", "(int | str)[5]", "(X | str)[int]", "list[X] | dict[X, Y]", "(list[X] | dict[X, Y])[int, str]", "(int | str) == (str | int)", "Union[int, str] == (int | str)", "hash(int | str) == hash(str | int)", "(int | str).__args__", "List['int']", "ForwardRef('int')", "ForwardRef('1 +')", "ForwardRef(5)", "Optional['A']", "List[5]", "List[...]", "List[[int]]", "Union[5, 6]", "Iterable[int]", "Iterator", "Mapping[str, int]", "Generator[int, str, None]", "Generator[int]", "AsyncIterator[int]", "Awaitable[int]", "Deque[int]", "DefaultDict[str, int]", "Counter[str]", "ChainMap[int, str]", "OrderedDict[int, str]", "Set[int]", "FrozenSet[int]", "Pattern[str]", "Match[str]", "IO[str]", "TextIO", "Text", "AnyStr", "Hashable", "Sized", "SupportsInt", "isinstance(5, SupportsInt)", "isinstance('a', SupportsInt)", "isinstance(5, List[int])", "isinstance([], List)", "isinstance([], list[int])", "isinstance(5, Any)", "issubclass(int, Union[int, str])", "isinstance(5, Union[int, str])", "isinstance(5, Optional[int])", "isinstance(5, Literal[5])", "isinstance(5, X)", "List()", "List[int]()", "Dict[int, str]()", "Union[int, str]()", "Any()", "Optional()", "list[int]()", "list[int]((1, 2))", "Callable[[int], str]()", "Literal[1]()", "cast(int, 'a')", "cast('a', 5)", "assert_type(5, int)", "assert_never(5)", "reveal_type", "overload(len)", "final(int)", "no_type_check(len)", "get_type_hints(5)", "get_type_hints(int)", "NewType('UserId', int)", "NewType('UserId', int)(5)", "NewType('UserId', int).__supertype__", "NewType('U', int) | None", "T.is_typeddict(5)", "NamedTuple('N', [('x', int)])(5)", "NamedTuple('N', x=int)", "NamedTuple('N', [('x', 5)])", "TypedDict('D', {'x': int})", "TypedDict('D', {'x': int})(x=5)", "TypedDict('D', {'x': int}, total=False).__required_keys__", "T.TYPE_CHECKING", "T.runtime_checkable(int)", "T.foo", "sorted(T.__all__)", "List.__origin__", "List[int].__origin__", "List[int].__args__", "List[X].__parameters__", "Dict[X, List[Y]].__parameters__", "List.__module__", "List[int].__name__", "list[int].__name__", "list[int].append", "List[int].append", "list[int].__mro_entries__", "list[int] == list[int]", "List[int] == list[int]", "hash(List[int]) == hash(List[int])", "type(list[int])", "type(List[int])", "type(List)", "type(Union[int, str])", "type(int | str)", "type(Optional)", "type(Any)", "TypeAliasType('A', int)", "TypeAliasType('A', int).__value__", "types.GenericAlias(list, int)", "types.GenericAlias(list, (int, str))", "types.GenericAlias(5)", "types.UnionType", "tuple[*Ts]", "tuple[int, *Ts]", "tuple[*tuple[int, str]]", "Tuple[Unpack[Ts]][int]", "Callable[[*Ts], int]", "T.NoDefault", "TypeVar('A', default=int).__default__", "TypeVar('A').has_default()", "P.args, P.kwargs", "P.args.__origin__", "X.__name__", "get_protocol_members(SupportsInt)", "is_protocol(SupportsInt)", "is_protocol(int)", "list[X][X]", "list['A']", "dict[str, 'A']", "Iterable", "T.List[T.Any]", "T.Dict[T.Any, T.Any]", "T.ByteString", "T.Optional[T.Callable[[int], None]]", "T.Type", "T.get_overloads(len)", "T.clear_overloads()", "T.dataclass_transform()(int)", "T.override(len)", "list[int] | list[str]", "Annotated[int, 1] == Annotated[int, 1]", "Union[List[int], None]", "Union[list[int], list[str]]", "Callable[[int, str], Dict[str, int]]", "Callable[[Callable[[int], int]], int]"]: ev(e)
class G(Generic[X, Y]): pass
for e in ["G[int, str]", "G[int]", "G[int, str, int]", "G[int, str]()", "G.__orig_bases__", "G.__parameters__", "G[int, str].__args__", "G[X, int].__parameters__", "G[int, X][str]", "G()", "isinstance(G(), G)", "isinstance(G(), G[int, str])", "G[int, str]().__orig_class__"]: ev(e)
class Sub(G[int, X], List[X]): pass
print(Sub.__mro__, Sub.__orig_bases__, Sub.__parameters__)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
class TD2(TD):
    c: NotRequired[int]
    d: ReadOnly[str]
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__), TD.__total__, TD2.__total__, TD2.__annotations__, TD2.__mutable_keys__ == {'a','b','c'}, TD2.__readonly_keys__); t(isinstance, {}, TD); t(lambda: TD(5))
class NT(NamedTuple):
    x: int
    y: str = "q"
    def m(self): return self.x
print(NT(1), NT(1).m(), NT._field_defaults, NT.__annotations__); t(NT)
@runtime_checkable
class Pr(Protocol):
    def meth(self) -> int: ...
    attr: int
class Im:
    attr = 1
    def meth(self): return 1
print(isinstance(Im(), Pr), isinstance(5, Pr)); t(issubclass, Im, Pr); t(Pr)
class Pr2(Protocol):
    def q(self): ...
t(isinstance, 5, Pr2)
class Pr3(Pr2): pass
print(Pr3(), Pr2.__protocol_attrs__) if 0 else None
def ff(a: int, b: 'List[str]' = None, *c: X, d: Optional['G'] = None, **e: Any) -> None: ...
print(get_type_hints(ff), ff.__annotations__)
class CC:
    a: int
    b: 'CC'
    c: ClassVar['int'] = 5
    d: Annotated[int, 'm']
print(get_type_hints(CC), get_type_hints(CC, include_extras=True))
class Bad: a: 'Undefined'
t(get_type_hints, Bad)
def gen[A, B: int, C: (int, str), *D, **E](x: A) -> B: ...
print(gen.__type_params__, gen.__annotations__, [getattr(p, '__bound__', None) for p in gen.__type_params__], gen.__type_params__[2].__constraints__)
type Al[Q] = list[Q] | None
print(Al, Al.__value__, Al[int], Al.__type_params__, Al[int].__origin__, Al.__name__, get_args(Al[int])); t(isinstance, 5, Al)
class GC[A, B=int]:
    def f[C](self, x: A, y: C): ...
print(GC.__type_params__, GC[str], GC.__orig_bases__, GC.__parameters__, GC.f.__type_params__, GC.__type_params__[1].__default__, GC[int, str]); t(lambda: GC[1,2,3])
type Rec = list[Rec] | int
print(Rec.__value__)
type Lazy = undefined_name
t(lambda: Lazy.__value__)
def deco[T](f: Callable[[T], T]) -> T: return f
print(deco.__annotations__)
