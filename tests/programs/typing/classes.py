import typing
from typing import Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, runtime_checkable


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(Optional[int], Union[int, str, None], typing.List[int], typing.Dict[str, int], Callable[[int], str], Any, typing.Tuple[int, ...], Literal["a", 1], ClassVar[int], Final[str])
print(Union[int], Union[int, int], Union[Union[int, str], float], Optional[None], int | None, Union[int, str] == Union[str, int], Callable[..., Any], typing.Type[int])
print(typing.get_origin(Optional[int]), typing.get_args(Callable[[int, str], bool]), typing.get_origin(list[int]), typing.get_args(Literal[1, 2]), typing.get_origin(5))


class Employee(NamedTuple):
    """An employee."""

    name: str
    id: int = 3

    def label(self):
        return f"{self.name}#{self.id}"


e = Employee("Guido")
print(e, e.label(), Employee._field_defaults, Employee.__annotations__, Employee._fields, Employee.__doc__, e._replace(id=4), isinstance(e, tuple), Employee.__bases__)
print(NamedTuple("Made", [("a", int), ("b", str)])(1, "x"))


class Movie(TypedDict, total=False):
    title: str
    year: int


print(Movie(title="x"), Movie.__total__, sorted(Movie.__optional_keys__), Movie.__required_keys__, type(Movie(year=1)))


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


class Sized:
    def __len__(self):
        return 0


print(isinstance([], HasLen), isinstance(5, HasLen), isinstance(Sized(), HasLen), issubclass(Sized, HasLen))


class Speaks(Protocol):
    def speak(self): ...


show(lambda: isinstance(5, Speaks))
show(lambda: Speaks())
T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(s.items, Stack[str], Stack.__parameters__, Stack[int].__origin__ is Stack, s.__orig_class__)


class Later:
    x: "int"
    y: "list[Later]" = []

    def method(self, a: "Later", b: Optional["int"] = None) -> "str": ...


print(typing.get_type_hints(Later), typing.get_type_hints(Later.method))
print(typing.cast(int, "s"), typing.NewType("UserId", int)(5), typing.TYPE_CHECKING)
for call in [
    lambda: Union[()], lambda: Optional[1, 2], lambda: Callable[int], lambda: Literal, lambda: Stack[int, str], lambda: Generic[int], lambda: Any(), lambda: Union[int, 5] and None,
    lambda: isinstance(5, Union[int, str]), lambda: isinstance(5, typing.List[int]), lambda: typing.assert_never(5), lambda: TypeVar("A", int),
]:
    show(call)


@typing.final
class Last:
    pass


@typing.overload
def f(x: int) -> int: ...
@typing.overload
def f(x: str) -> str: ...
def f(x):
    return x


print(Last.__final__, f(3), len(typing.get_overloads(f)))
print(typing.Annotated[int, "meta"], typing.Annotated[int, "m"].__metadata__, typing.get_type_hints(Later, include_extras=True)["x"])
