"""Calls of what a module, an instance or a class holds: functions, classes, bound methods, objects that can be called."""
import functools, operator, itertools


class Box:
    pass


def plain(a, b=2, *rest, c=3):
    return a, b, rest, c


class Caller:
    def __call__(self, *args):
        return "called", args


class Sub(functools.partial):
    pass


class Own(functools.partial):
    def __call__(self, *args):
        return "own", args


class Pair:
    def __init__(self, a, b=7):
        self.both = a, b


box = Box()
held = [
    plain, Pair, Caller(), Sub(plain, 1), Own(plain, 1), functools.partial(plain, 5, c=6), len, str.upper, "x".join,
    operator.itemgetter(0), operator.attrgetter("real"), operator.methodcaller("upper"), int, 3, None,
    functools.lru_cache(plain), Box.__new__, dict.fromkeys, type, Caller().__call__, staticmethod(plain), object(),
]
for args in [(), (1,), (["p", "q"],), ("text",), (1, 2), (1, 2, 3)]:
    for thing in held:
        box.thing = thing
        for _ in range(3):
            try:
                result = box.thing(*args)
                if len(args) == 0:
                    again, name = box.thing(), thing()
                elif len(args) == 1:
                    again, name = box.thing(args[0]), thing(args[0])
                elif len(args) == 2:
                    again, name = box.thing(args[0], args[1]), thing(args[0], args[1])
                else:
                    again, name = box.thing(args[0], args[1], args[2]), thing(args[0], args[1], args[2])
            except Exception as error:
                shown = [type(error).__name__, str(error)]
            else:
                shown = [r.both if isinstance(r, Pair) else type(r) if isinstance(r, Box) else r for r in (result, again, name)]
        print(type(thing).__name__, args, shown if "object at" not in str(shown) else "an object")


def one_site(f, x):
    return f(x)


# One place that calls one kind of thing after the other.
for thing in [len, plain, operator.itemgetter(1), Caller(), str, operator.attrgetter("__class__"), Pair, len, list.copy, 4] * 2:
    try:
        print(one_site(thing, [1, 2, 3]) if thing is not Pair else one_site(thing, 1).both)
    except TypeError as error:
        print(error)


# Exceptions and recursion through such calls.
class Bad:
    @property
    def x(self):
        raise ValueError("no x")

    def m(self):
        raise KeyError("m")


for getter in operator.attrgetter("x"), operator.methodcaller("m"), operator.itemgetter(0), operator.attrgetter("x.y", "z"):
    try:
        getter(Bad())
    except Exception as error:
        print(type(error).__name__, error)

deep = operator.attrgetter("x")


class Deep:
    @property
    def x(self):
        return deep(self)


try:
    deep(Deep())
except RecursionError as error:
    print("RecursionError")


def again():
    return functools.partial(again)()


try:
    again()
except RecursionError:
    print("RecursionError")
