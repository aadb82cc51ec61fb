# isinstance and issubclass with objects that are no classes but have a tuple of bases.


def attempt(function, *args):
    try:
        return function(*args)
    except RecursionError as error:
        return "RecursionError"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Kind:
    def __init__(self, *bases):
        self.bases = bases

    def __getattr__(self, name):
        if name == "__bases__":
            return self.bases
        raise AttributeError(name)


class Thing:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind


root = Kind()
middle = Kind(root)
other = Kind()
leaf = Kind(other, middle)
print(isinstance(Thing(leaf), root), isinstance(Thing(root), leaf), isinstance(Thing(leaf), other))
print(isinstance(Thing(leaf), (int, other)), isinstance(Thing(leaf), Thing), isinstance(3, root))
print(issubclass(leaf, root), issubclass(root, leaf), issubclass(root, root), issubclass(leaf, (str, middle)))
print(attempt(issubclass, leaf, int), attempt(issubclass, int, leaf), attempt(issubclass, 3, leaf))
print(attempt(issubclass, leaf, 3), attempt(isinstance, leaf, 3))


class Failing:
    def __init__(self, error):
        self.error = error

    @property
    def __bases__(self):
        raise self.error


for error in ValueError("no bases"), AttributeError("nothing here"):
    print(attempt(isinstance, 1, Failing(error)))
    print(attempt(issubclass, Failing(error), root))
    print(attempt(issubclass, root, Failing(error)))


class NoTuple:
    __bases__ = [int]


print(attempt(isinstance, 1, NoTuple()), attempt(issubclass, NoTuple(), root))


class FailingClass:
    @property
    def __class__(self):
        raise RuntimeError("no class")


print(attempt(isinstance, FailingClass(), root), attempt(isinstance, FailingClass(), int))


class Endless:
    @property
    def __bases__(self):
        return (Endless(), Endless())


class Circle:
    @property
    def __bases__(self):
        return (self, self)


print(attempt(issubclass, Endless(), int), attempt(issubclass, Circle(), root), attempt(issubclass, int, Circle()))

# A long line of single bases is no recursion.
line = root
for _ in range(20_000):
    line = Kind(line)
print(issubclass(line, root))
while line.bases:
    line = line.bases[0]
