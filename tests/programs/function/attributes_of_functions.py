# Functions, methods, builtins: their attributes, what can be assigned, and how they show.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def f(a, b: int = 1, /, c=2, *args, d, e=3, **kwargs) -> str:
    """Doc."""
    x = a
    return x


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__type_params__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals, code.co_varnames, code.co_names, code.co_freevars, code.co_cellvars, code.co_flags & 15, code.co_firstlineno)
f.__name__, f.extra = "g", 1
f.__defaults__ = (5,)
f.__kwdefaults__ = {"d": 0}
print(f, f.__dict__) if False else print(f.__name__, f.__qualname__, f.__dict__, attempt(f, 1, 2), attempt(setattr, f, "__name__", 5), attempt(setattr, f, "__defaults__", 5), attempt(setattr, f, "__code__", 5), attempt(setattr, f, "__dict__", 5), attempt(delattr, f, "__name__"))
f.__doc__ = f.__annotations__ = f.__defaults__ = None
print(f.__doc__, f.__annotations__, f.__defaults__, attempt(f, 1), attempt(setattr, f, "__closure__", ()), attempt(setattr, f, "__globals__", {}), f.__globals__ is globals(), f.__builtins__ is not None)


class C:
    def m(self):
        "Method."
        return self


c = C()
m = c.m
print(m.__func__ is C.m, m.__self__ is c, m.__name__, m.__doc__, m == c.m, m is c.m, hash(m) == hash(c.m), m() is c, attempt(setattr, m, "x", 1), C.m.__qualname__, attempt(C.m), type(m)(len, "abc")(), attempt(type(m), 1, 2), attempt(type(m), len, None))
print(len.__name__, len.__module__, len.__qualname__, len.__doc__.split("\n")[0], len.__text_signature__, [].append.__name__, [].append.__qualname__, [].append.__self__, str.upper.__objclass__, str.upper.__qualname__, (1).__add__.__name__, (1).__add__.__qualname__, (1).__add__.__self__)
print(dict.fromkeys.__self__, dict.fromkeys.__qualname__, int.__add__.__objclass__, int.__add__.__text_signature__, int.__add__.__doc__, type(int.__add__).__name__, type((1).__add__).__name__, type(str.upper).__name__, type(dict.__dict__["fromkeys"]).__name__, attempt(type(len)), str.upper.__get__("a")(), attempt(str.upper.__get__, 5))
same = [1]
print(same.append == same.append, same.append is same.append, [1].append == [1].append, (5).__add__ == (5).__add__, len == len, hash(same.append) == hash(same.append), "abc".upper.__self__)


def outer():
    n = 1

    def inner():
        return n

    return inner


inner = outer()
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars, outer.__code__.co_cellvars, inner.__qualname__, (lambda: 0).__name__, type(inner.__closure__[0]).__name__)
inner.__closure__[0].cell_contents = 9
print(inner(), code.replace(co_name="renamed").co_name, code == code.replace(), code.replace(co_name="x") == code, attempt(code.replace, co_nothing=1))
