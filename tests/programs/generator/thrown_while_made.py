# What goes wrong while throw() makes its exception is thrown in its place.


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class NoInstance(Exception):
    def __new__(cls, *args):
        return 3


class Breaks(Exception):
    def __init__(self, *args):
        raise LookupError("broken")


def catching():
    try:
        yield 1
    except Exception as error:
        print("inside:", type(error).__name__, error)
    yield 2


for kind in NoInstance, Breaks, ValueError:
    fresh = catching()
    print(attempt(fresh.throw, kind), attempt(next, fresh))
    begun = catching()
    next(begun)
    print(attempt(begun.throw, kind), attempt(next, begun))
begun = catching()
next(begun)
print(attempt(begun.throw, 3), attempt(next, begun))
