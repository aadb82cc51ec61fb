# Attributes of classes: names, modules, docs, bases, mro, annotations, dicts, and what can be assigned.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class A:
    """Doc of A."""

    x: int = 1

    class Inner:
        pass


class B(A):
    pass


print(A.__name__, A.__qualname__, A.Inner.__qualname__, A.__module__, A.__doc__, B.__doc__, A.__bases__, B.__base__, B.__mro__, A.__annotations__, attempt(lambda: B.__annotations__), A.__dict__["x"], type(A.__dict__).__name__)
print(B.mro() == list(B.__mro__), A.__subclasses__(), attempt(setattr, A, "__mro__", ()), attempt(A.__dict__.__setitem__, "y", 1) if hasattr(A.__dict__, "__setitem__") else "no item assignment", A.__type_params__, A.__flags__ & 512, attempt(lambda: A.__abstractmethods__), A.__weakrefoffset__ != 0, int.__itemsize__ >= 0)
A.__doc__ = "new"
A.__module__ = "other"
A.__qualname__ = "Q.A"
A.__name__ = "Renamed"
print(A.__doc__, A, A.__name__, attempt(setattr, A, "__qualname__", 5), attempt(setattr, A, "__bases__", 5), attempt(setattr, int, "__doc__", "x"), attempt(delattr, A, "__module__"), attempt(setattr, A, "__dict__", {}), attempt(setattr, int, "new", 1), attempt(delattr, A, "nothing"))
print(int.__doc__.split("\n")[0], int.__module__, type.__module__, object.__bases__, object.__base__, type.__mro__, type(None).__name__, int.__text_signature__, list.__text_signature__, bool.__base__, attempt(type.__call__), type.__call__(int, "5"))
A.added = 5
print(B.added, B().added, "added" in vars(A), "added" in vars(B), hasattr(B(), "x"))
del A.added
print(hasattr(B, "added"), A.__eq__(A, A) if False else A == A, A != B, hash(A) == hash(A), A in {A}, callable(A), repr(B).endswith("B'>"), B.__call__ is not None, type(B.__call__).__name__)
