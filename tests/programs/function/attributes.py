def outer():
    """Doc of outer."""
    x = 1
    def inner(a, b: int = 2, *c, d: str, **e) -> float:
        "inner doc"
        return x
    return inner
f = outer()
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, outer.__doc__)
print(f.__annotations__, f.__defaults__, f.__kwdefaults__)
print(f.__closure__[0].cell_contents, f.__code__.co_freevars, outer.__code__.co_cellvars)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_name)
f.tag = "t"
print(f.tag, f.__dict__)
f.__name__ = "renamed"; f.__qualname__ = "q.r"
print(f.__name__, repr(f)[:15])
try:
    f.__name__ = 1
except TypeError as e: print(e)
try:
    f.nothing
except AttributeError as e: print(e)
print(callable(f), callable(1), type(f), type(print), type([].append), type(str.join))
print((lambda: 0).__name__, (lambda: 0).__qualname__)
del f.tag
print(f.__dict__)
