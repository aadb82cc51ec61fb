# An operator method that is None blocks the operator, where a missing one lets others try.
import operator


def attempt(function, *args):
    try:
        return function(*args)
    except TypeError as error:
        return f"TypeError: {error}"


class Adds:
    def __add__(self, other):
        return "sum"

    def __radd__(self, other):
        return "reflected sum"

    def __iadd__(self, other):
        return "grown"


class NotInPlace(Adds):
    __iadd__ = None


class NotLeft(Adds):
    __add__ = None


class NotRight(Adds):
    __radd__ = None


class OnlyReflected:
    def __radd__(self, other):
        return "other's reflected sum"


for kind in Adds, NotInPlace, NotLeft, NotRight:
    print(kind.__name__)
    for operation in operator.add, operator.iadd:
        print("   ", attempt(operation, kind(), 1), attempt(operation, kind(), OnlyReflected()), sep=" / ")
    print("   ", attempt(operator.add, 1, kind()), attempt(operator.add, Adds(), kind()), sep=" / ")


class Equal:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True


class NoEqual(Equal):
    __eq__ = None


class NoUnequal(Equal):
    __ne__ = None


class Stranger:
    __eq__ = None


class NoOrder(Equal):
    __lt__ = None
    __gt__ = None


objects = [Equal(), NoEqual(), NoUnequal(), Stranger(), NoOrder(), object()]
for left in objects:
    for right in objects:
        names = type(left).__name__, type(right).__name__
        for operation in operator.eq, operator.ne, operator.lt:
            print(*names, operation.__name__, attempt(operation, left, right))
print(attempt(operator.contains, [Stranger()], 1))


class NoUnary:
    __neg__ = None
    __pow__ = None
    __matmul__ = None
    __rmatmul__ = None


print(attempt(operator.neg, NoUnary()), attempt(operator.pow, NoUnary(), 2), attempt(pow, NoUnary(), 2, 3))
print(attempt(operator.matmul, NoUnary(), 2), attempt(operator.matmul, 2, NoUnary()))
