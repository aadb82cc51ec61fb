def function[T: int, *Ts, **P](a: T, b=1, *, c: T = 2) -> T:
    return a


class Generic[T = int](Base, flag=1):
    x: T

    def method[U: (T, str)](self, u: U) -> T:
        return u

    type Alias = T


class Unpacked[T](*bases):
    pass


type Simple = int
type Recursive[T] = list[Recursive[T]]
