"""Instances of classes that define neither `__new__` nor `__init__`, and of those that get one later."""
import abc


class Empty:
    pass


class Slotted:
    __slots__ = ("a", "b")


def make(cls, n=3):
    made = None
    for _ in range(n):
        made = cls()
    return made


def tell(make_it):
    try:
        return type(make_it()).__name__
    except TypeError as error:
        return f"{type(error).__name__}: {error}"


print(type(make(Empty)).__name__, vars(make(Empty)), type(make(Slotted)).__name__)
for _ in range(3):
    print(tell(lambda: Empty(1)), "|", tell(lambda: Empty(x=1)), "|", tell(lambda: Empty(*[2])))
one = make(Empty)
one.x = 1
two = make(Empty)
two.y = 2
print(vars(one), vars(two), one is two)


class Later(Empty):
    pass


print(vars(make(Later)))
Empty.__init__ = lambda self: setattr(self, "made", True)
print(vars(make(Empty)), vars(make(Later)))
del Empty.__init__
print(vars(make(Empty)), vars(make(Later)))
Empty.__new__ = lambda cls: 7
print(make(Empty), make(Later))


class Abstract(abc.ABC):
    pass


print(type(make(Abstract)).__name__)


class Unfinished(Abstract):
    @abc.abstractmethod
    def run(self):
        pass


print(tell(lambda: make(Unfinished)))


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


print(type(make(Made)).__name__)
Meta.__call__ = lambda cls: "called"
print(make(Made))
del Meta.__call__
print(type(make(Made)).__name__)


class Initialised:
    def __init__(self):
        self.by = "the new base"


class Plain:
    pass


class Child(Plain):
    pass


print(type(make(Child)).__name__, vars(make(Child)))
Child.__bases__ = (Initialised,)
print(type(make(Child)).__name__, vars(make(Child)))


class Dying:
    def __del__(self):
        print("gone")


make(Dying, 2)


class Error(Exception):
    pass


print(repr(make(Error)), type(make(type("Dynamic", (), {}))).__name__, type(make(object)).__name__)
