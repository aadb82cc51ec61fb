"""Type variable tuples in aliases of builtin and generic classes; unions with type aliases."""
from typing import *


T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Td = TypeVarTuple("Td", default=Unpack[Tuple[int, str]])


class A(Generic[*Ts]):
    pass


class D(Generic[T, *Td]):
    pass


type Alias[K, V] = dict[K, V]

for function in [
    lambda: A[int, str], lambda: A[()], lambda: D[int], lambda: D[int, float],
    lambda: tuple[*Ts][int, str], lambda: tuple[T, *Ts][int], lambda: tuple[*Ts, T][int, str, float],
    lambda: tuple[T, *Ts][()], lambda: tuple[T, *Ts][*tuple[int, ...]], lambda: A[Unpack[Tuple[int, str]]],
    lambda: tuple[*Ts][*tuple[int, str]], lambda: Callable[[*Ts], T][int, str, float], lambda: tuple[*Ts, *Ts][int],
    lambda: Alias | int, lambda: int | Alias | str, lambda: Alias[int, str] | None, lambda: list[int] | Alias,
    lambda: (Alias | int) == (int | Alias), lambda: type(Alias | int), lambda: type.__annotations__,
]:
    try:
        print(function())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
