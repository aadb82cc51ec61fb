# Which subclasses of builtin types pass keyword arguments by the builtin's own constructor.
import itertools
import operator


def attempt(function, *args, **kwargs):
    try:
        made = function(*args, **kwargs)
        return type(made).__name__, list(itertools.islice(made, 4)), getattr(made, "extra", "none")
    except TypeError as error:
        return f"TypeError: {error}"


CASES = [
    (list, ("ab",)), (tuple, ("ab",)), (set, ("a",)), (frozenset, ("a",)), (enumerate, ("ab",)), (reversed, ("ab",)),
    (zip, ("ab", "cd")), (map, (str, [1, 2])), (filter, (None, [0, 1])), (itertools.filterfalse, (None, [0, 1])),
    (itertools.chain, ("ab", "c")), (itertools.starmap, (operator.add, [(1, 2)])), (itertools.cycle, ("ab",)),
    (itertools.islice, ("abcd", 1, 3)), (itertools.takewhile, (bool, [1, 0])), (itertools.dropwhile, (bool, [1, 0])),
    (itertools.compress, ("ab", [1, 0])), (itertools.repeat, (1, 2)),
]
for base, args in CASES:
    class Plain(base):
        pass

    class Initialised(base):
        def __init__(self, *args, extra=None):
            self.extra = extra

    class Made(base):
        def __new__(cls, *args, extra=None):
            self = base.__new__(cls, *args)
            self.extra = extra
            return self

    class Both(Made):
        def __init__(self, *args, extra=None):
            self.extra = self.extra, extra

    print(base.__name__)
    for kind in Plain, Initialised, Made, Both:
        print("   ", attempt(kind, *args), attempt(kind, *args, extra=3))


class Sized(list):
    def __init__(self, items, size=None):
        super().__init__(items)
        self.size = size


print(Sized("ab", size=2), Sized("ab", size=2).size)
