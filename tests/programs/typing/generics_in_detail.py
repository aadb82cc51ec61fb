# Parameter specifications, named tuples with parameters, and what is refused.
import typing
from typing import Concatenate, Generic, Hashable, NamedTuple, ParamSpec, Required, Sized, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Z(Generic[P]):
    pass


class Y(Generic[T, P]):
    pass


for index in (int, (int, str), [int, str], [], ..., P, Concatenate[int, P], ()):
    attempt(lambda: Z[index])
for index in ((int, [str]), (int, ...), (int, P), int, (int, [])):
    attempt(lambda: Y[index])
attempt(lambda: Y[T, P][int, [str]])


class Pair(NamedTuple, Generic[T, K]):
    first: T
    second: K = None

    def both(self):
        return self.first, self.second


print(Pair[int, str], Pair[int, str](1), Pair(1, 2).both(), Pair.__mro__, Pair.__orig_bases__[1], Pair.__parameters__)
attempt(lambda: Pair[int])
for subscript in (Hashable, Sized):
    attempt(lambda: subscript[int])
attempt(lambda: Required[int, str])
for kind, argument in ((TypeVar, "T"), (ParamSpec, "P"), (TypeVarTuple, "Ts")):
    attempt(lambda: type("Sub", (kind,), {}))
attempt(lambda: TypeVar("X", int, bound=str))
print(list(Ts) == [Unpack[Ts]], [*Ts], type(typing.NoDefault))
