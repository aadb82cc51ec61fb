# dir and vars: of modules, classes, instances, with __dir__ and __slots__.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Base:
    inherited = 1

    def method(self):
        pass


class Child(Base):
    own = 2

    def __init__(self):
        self.attribute = 3


class Slotted:
    __slots__ = ("a", "b")


class Custom:
    def __dir__(self):
        return ["z", "a", "m"]


class Wrong:
    def __dir__(self):
        return 5


class Mixed:
    def __dir__(self):
        return [1, "a"]


print([name for name in dir(Child()) if not name.startswith("__")], [name for name in dir(Child) if not name.startswith("__")])
print([name for name in dir(Slotted()) if not name.startswith("__")], dir(Custom()), attempt(dir, Wrong()), attempt(dir, Mixed()))
print(vars(Child()), attempt(vars, Slotted()), attempt(vars, 5), attempt(vars, 1, 2), sorted(k for k in vars(Child) if not k.startswith("__")))


def inner(b, a):
    c = 1
    return dir(), vars() is not None, sorted(vars()), sorted(locals())


print(inner(1, 2))
print([name for name in dir() if name in ("Base", "attempt", "inner")])
child = Child()
vars(child)["added"] = 4
print(child.added, "append" in dir([]), "__len__" in dir(""), len(dir(object)) > 20)
