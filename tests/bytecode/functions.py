def defaults(a, b=1, /, c=2, *args, d, e=3, **kwargs):
    return a, b, c, args, d, e, kwargs


def computed(a=len, *, b=len):
    pass


def annotated(a: int, *args: str, b: "text" = 1, **kw: float) -> None:
    x: int = 1
    y: str
    a.b: int = 2


def closures(a):
    b = 1

    def inner(c):
        nonlocal b
        b += a
        return lambda d: a + b + c + d

    del b
    return inner


@decorator
@module.decorator(1)
def decorated():
    return 1


def unbound(flag):
    if flag:
        x = 1
    print(x)
    print(x)
    del x
    return x


def scopes():
    global shared
    shared = shared + 1
    del shared
    return __name__
