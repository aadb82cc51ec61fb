# isinstance and issubclass: tuples, nested tuples, unions, None, hooks, claimed classes, what they refuse.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Meta(type):
    def __instancecheck__(cls, instance):
        print("checking", instance)
        return instance == 5

    def __subclasscheck__(cls, subclass):
        return subclass is int


class Odd(metaclass=Meta):
    pass


class Claims:
    __class__ = property(lambda self: int)


class Raises:
    @property
    def __class__(self):
        raise ValueError("no class")


print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, (str, (bytes, (int,)))), isinstance(1, ()))
print(isinstance(1, int | str), isinstance(None, int | None), isinstance(1.0, int | str), issubclass(bool, int | str), issubclass(type(None), int | None))
print(isinstance(5, Odd), isinstance(6, Odd), issubclass(int, Odd), issubclass(str, Odd), isinstance(Odd(), Odd))
print(isinstance(Claims(), int), isinstance(Claims(), Claims), attempt(isinstance, Raises(), int), type(Claims()).__name__)
print(attempt(isinstance, 1, 5), attempt(isinstance, 1, (str, 5)), attempt(isinstance, 1, (int, 5)), attempt(isinstance, 1, list[int]))
print(attempt(isinstance, 1, int | list[int]), attempt(isinstance, "", int | list[int]), attempt(issubclass, 1, int), attempt(issubclass, int, 1))
print(attempt(issubclass, int, (str, 5)), attempt(issubclass, list[int], list), attempt(issubclass, int, list[int]), attempt(isinstance, 1), attempt(isinstance))
deep = int
for _ in range(50):
    deep = (str, deep)
print(isinstance(1, deep))

