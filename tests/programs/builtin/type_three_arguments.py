# type with three arguments: bases, namespaces, keywords, names, and what it refuses.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Base:
    def __init_subclass__(cls, **kwargs):
        print("subclass", cls.__name__, sorted(kwargs.items()))


class Named:
    def __set_name__(self, owner, name):
        print("name", owner.__name__, name)


Made = type("Made", (Base,), {"x": 1, "f": lambda self: self.x, "d": Named()}, option=3)
print(Made.__name__, Made.__qualname__, Made.__module__, Made.__bases__ == (Base,), Made().f(), Made.__mro__[1] is Base)
print(type("Empty", (), {}).__bases__, type("Q", (), {"__qualname__": "A.B"}).__qualname__, type("D", (), {"__doc__": "text"}).__doc__)
print(attempt(type), attempt(type, 1, 2), attempt(type, 1, (), {}), attempt(type, "A", [], {}), attempt(type, "A", (), []), attempt(type, "A", (1,), {}))
print(attempt(type, "A", (int, str), {}), attempt(type, "A", (bool,), {}), attempt(type, "A", (Base, Base), {}), attempt(type, "A\0", (), {}), attempt(type, "A", (), {}, 5))
print(attempt(type, "A", (), {"__slots__": 5}), attempt(type, "A", (), {"__slots__": ("a", "1")}), attempt(type, "A", (), {"__qualname__": 5}), attempt(type, "A", (), {}, x=1))
print(attempt(type, "A", (object, Base), {}))
namespace = {"a": 1}
Copy = type("Copy", (), namespace)
namespace["a"] = 2
print(Copy.a, type(5), type(type), type(Copy), type(Copy()) is Copy, attempt(type, 5, x=1))


class Meta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        return super().__new__(meta, name.upper(), bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.made_by = name


Other = Meta("other", (), {}, extra=1)
print(Other.__name__, Other.made_by, type(Other).__name__, type("child", (Other,), {}).__name__)
Copy.__name__ = "Renamed"
print(Copy, Copy.__qualname__, attempt(setattr, Copy, "__name__", 5), attempt(setattr, int, "__name__", "x"), attempt(delattr, Copy, "__name__"))
