import typing
from typing import Generic, TypeVar


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Box[T]:
    def __init__(self, x: T):
        self.x = x

    def get(self) -> T:
        return self.x


print(Box, Box[int], Box.__type_params__, Box.__parameters__, Box(1).get(), Box.__orig_bases__, Box.__mro__)


def f[T, *Ts, **P](x: T) -> T:
    return x


print(f.__type_params__, f(3), [type(p).__name__ for p in f.__type_params__])
type Alias = list[int]
print(Alias, Alias.__value__, Alias.__name__, Alias.__type_params__, type(Alias))
type Recursive[T] = T | list[Recursive[T]]
print(Recursive, Recursive[int], Recursive.__value__, Recursive.__type_params__)


def g[T: int, U: (str, bytes), V = float]():
    pass


T, U, V = g.__type_params__
print(T.__bound__, T.__constraints__, U.__bound__, U.__constraints__, V.__default__, V.has_default(), T.has_default(), T.__default__, T.__infer_variance__)
print(repr(T), T.__name__, T.__module__)


class Late[T: undefined_name]:
    pass


show(lambda: Late.__type_params__[0].__bound__)
undefined_name = str
print(Late.__type_params__[0].__bound__)


class D[T](Box[T]):
    pass


print(D[str], D.__bases__, D.__parameters__, D(2).get())


class E[T, U = int]:
    pass


print(E[str], E[str, bytes])


def h[T](x: T, y: list[T] = []) -> dict[str, T]:
    pass


print(h.__annotations__, typing.get_type_hints(h))
type X = undefined_yet
show(lambda: X.__value__)
print(isinstance(Alias, typing.TypeAliasType), list[Alias])
show(lambda: Alias[int])


class Q[**S]:
    pass


print(Q[[int]], Q[int, str], Q.__parameters__)
A = TypeVar("A", bound=int)


class Old(Generic[A]):
    pass


print(A, Old[int], Old.__parameters__, Old[bool].__args__)
show(lambda: Old[int, str])
