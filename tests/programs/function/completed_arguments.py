"""Arguments completed with defaults, positional and keyword-only, however the call gives them."""


def f(a, b=2, c=3, *, d=4, e=5):
    return a, b, c, d, e


def g(a, /, b, *, c, d=4):
    local = 1
    return a, b, c, d, local


def h(*, x, y=1):
    return x, y


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


for _ in range(3):
    attempt(lambda: f(1))
    attempt(lambda: f(1, 9))
    attempt(lambda: f(1, b=9))
    attempt(lambda: f(1, c=9))
    attempt(lambda: f(1, 2, 3, d=9, e=8))
    attempt(lambda: f(1, 2, 3, e=8, d=9))
    attempt(lambda: f(1, e=8))
    attempt(lambda: f(a=1, b=2))
    attempt(lambda: f(b=1, a=2))
    attempt(lambda: f())
    attempt(lambda: f(1, 2, 3, 4))
    attempt(lambda: f(1, a=1))
    attempt(lambda: f(1, z=1))
    attempt(lambda: g(1, 2, c=3))
    attempt(lambda: g(1, b=2, c=3))
    attempt(lambda: g(1, 2))
    attempt(lambda: g(a=1, b=2, c=3))
    attempt(lambda: g(1, 2, d=1))
    attempt(lambda: h(x=1))
    attempt(lambda: h(y=1))
    attempt(lambda: h(1))
    attempt(lambda: f(*(1, 2), **{"e": 3}))
    attempt(lambda: f(*[1], **{"d": 1, "c": 0}))
f.__defaults__ = (7,)
attempt(lambda: f(1, 2))
attempt(lambda: f(1))
f.__kwdefaults__ = {"e": 1, "d": 2}
attempt(lambda: f(1, 2))
f.__kwdefaults__["z"] = 0
attempt(lambda: f(1, 2, d=5))
del f.__kwdefaults__["e"]
attempt(lambda: f(1, 2))
f.__kwdefaults__ = None
f.__defaults__ = None
attempt(lambda: f(1, 2, 3, d=1, e=2))
attempt(lambda: f(1, 2, 3))


class Shape:
    def __init__(self, width=1, *, name="shape", height=2):
        self.all = width, name, height


for _ in range(3):
    attempt(lambda: Shape().all)
    attempt(lambda: Shape(5, name="x").all)
    attempt(lambda: Shape(height=7).all)
    attempt(lambda: Shape(1, 2))
