# property: accessors, docstrings, names, copies, subclasses, and what is missing.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Point:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "The x."
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        print("deleted")

    @property
    def fixed(self):
        return 5

    only_set = property(None, lambda self, value: print("set", value))


p = Point()
p.x = 7
del p.x
p.only_set = 3
print(p.x, Point.x.__doc__, Point.x.fget.__name__, Point.x.__name__, attempt(setattr, p, "fixed", 1), attempt(delattr, p, "fixed"), attempt(lambda: p.only_set), Point.fixed.fset, type(Point.x))
print(attempt(property, 1, 2, 3, 4, 5), attempt(property, wrong=1), property().__doc__, property(doc="d").__doc__, property(len).__doc__ == len.__doc__, attempt(lambda: property().__get__(1)), attempt(lambda: property().__name__), property(len).__name__)
prop = Point.__dict__["x"]
print(attempt(prop.__get__, None), prop.__get__(None, Point) is prop, prop.__get__(p), prop.getter(lambda self: "other").__get__(p), attempt(prop.__set_name__, 1), prop.__isabstractmethod__)
prop.__doc__ = "changed"
print(prop.__doc__, Point.x.__doc__)


class Loud(property):
    """Loud properties."""

    def __get__(self, instance, owner=None):
        print("get")
        return super().__get__(instance, owner)


class Uses:
    @Loud
    def value(self):
        "Its value."
        return 9


print(Uses().value, Uses.__dict__["value"].__doc__)


class Broken:
    @property
    def missing(self):
        return self.nothing

    def __getattr__(self, name):
        return f"fallback {name}"


print(Broken().missing)
