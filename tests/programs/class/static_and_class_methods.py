# staticmethod and classmethod objects: wrapped attributes, calls, binding, dicts.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def function(*args):
    """Doc."""
    return args


s, c = staticmethod(function), classmethod(function)
print(s.__func__ is function, c.__func__ is function, s.__wrapped__ is function, s.__name__, c.__qualname__, s.__doc__, s.__module__, s(1, 2), attempt(c, 1), s.__isabstractmethod__)
print(s.__get__(None, int) is function, s.__get__(5) is function, c.__get__(None, int)(1) == (int, 1), c.__get__(5)(2) == (int, 2), sorted(k for k in s.__dict__ if k in ("__doc__", "__module__", "__name__", "__qualname__")))
s.note = "kept"
s.__doc__ = "other"
print(s.note, s.__doc__, function.__doc__, attempt(delattr, s, "nothing"), attempt(staticmethod), attempt(classmethod, 1, 2), attempt(staticmethod, x=1), repr(staticmethod(len)), repr(classmethod(5)))


class Base:
    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def add(a, b):
        return a + b

    static_call = staticmethod(lambda: "called")
    direct = add(1, 2)


class Child(Base):
    @classmethod
    def make(cls, *args):
        return "child", super().make(*args)


print(Base.make(1), Child.make(2), Child().make(3), Base.add(1, 2), Child().add(3, 4), Base.static_call(), Base.direct, Base.make.__self__ is Base, Base.make.__func__.__name__, Base().add is Base.add)
