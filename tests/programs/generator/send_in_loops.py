"""`send` called over and over: values, ends, exceptions, re-entry, finalisers, many registers, handlers, `**kwargs`."""
import sys
import traceback


def averager():
    total = count = 0
    while True:
        value = yield total // (count or 1)
        if value is None:
            return "ended", total
        total += value
        count += 1


def ends():
    mean = averager()
    next(mean)
    for i in [4, 8, 12, None, 1]:
        try:
            print(mean.send(i), end=" ")
        except StopIteration as stop:
            print("stop", stop.value, stop.__context__)


def fresh():
    for value in (None, 1):
        generator = averager()
        for _ in range(2):
            try:
                print(generator.send(value))
            except (TypeError, StopIteration) as error:
                print(type(error).__name__, error)


def failing():
    value = yield
    while True:
        value = yield 10 // value


def errors():
    generator = failing()
    generator.send(None)
    for value in (5, 0, 2):
        try:
            print(generator.send(value))
        except ZeroDivisionError as error:
            lines = [(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)]
            print(error, lines)
        except StopIteration as stop:
            print("over", stop.value)


def reenters():
    me = yield
    while True:
        try:
            me.send(1)
        except ValueError as error:
            me = (yield str(error)) or me


def reentry():
    generator = reenters()
    generator.send(None)
    for _ in range(3):
        print(generator.send(generator))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def dropping():
    kept = None
    while True:
        kept = yield kept and kept.name


def finalisers():
    generator = dropping()
    generator.send(None)
    for name in "abc":
        print(generator.send(Noisy(name)))
    generator = None
    print("dropped")


def many():
    a, b, c, d, e, f, g, h, i, j, k = range(11)
    while True:
        x = yield a + b + c + d + e + f + g + h + i + j + k
        try:
            a, b, c, d, e, f, g, h, i, j, k = b, c, d, e, f, g, h, i, j, k, x
            y = yield [a, b, c, d, e, f, g, h, i, j, k, x]
        finally:
            k = (k or 0) + 1
        with open(sys.argv[0] if y else __file__):
            yield y


def registers():
    generator = many()
    next(generator)
    print([generator.send(i) for i in range(9)])
    for value in many():
        print(value, end=" ")
        if value == 55:
            break
    generator.close()
    print([value for _, value in zip(range(5), many())][2:])


def delegating(inner):
    result = yield from inner
    print("result", result)
    yield from [1, 2]


def delegation():
    generator = delegating(averager())
    print(generator.gi_yieldfrom)
    for value in (None, 6, 10):
        print(generator.send(value), generator.gi_yieldfrom.__name__)
    print(generator.send(None), type(generator.gi_yieldfrom).__name__)
    print(generator.send(None), list(generator), generator.gi_yieldfrom)
    try:
        delegating([1, 2]).send(1)
    except TypeError as error:
        print(error)
    generator = delegating([1, 2])
    generator.send(None)
    try:
        generator.send(1)
    except AttributeError as error:
        print(error)


def handling():
    def inner():
        while True:
            try:
                yield sys.exception()
            except KeyError as error:
                yield "caught", error.args, sys.exception() is error

    generator = inner()
    try:
        raise ValueError("outside")
    except ValueError:
        print(repr(generator.send(None)), generator.throw(KeyError("k")))
    for _ in range(2):
        print(repr(generator.send(None)), sys.exception())


def taking(first, /, *rest, other=0, **named):
    return first, rest, other, named


def keywords():
    for i in range(2):
        print(taking(i, a=1, b=2), taking(i, first=3, other=4), taking(i, 1, 2, z=i, **{"y": 1, "x": 2}))
    try:
        taking(1, **{"other": 1, 2: 3})
    except TypeError as error:
        print(error)
    print(taking(1, **{"oth" + str("er"): 5, "na" + "med": 6}))


class Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n

    def __enter__(self):
        print("enter", self.n)
        return self

    def __exit__(self, *args):
        print("exit", self.n, args[0])
        return True


def replaced():
    print(list(x for x in Iterator(3)))
    for round in range(3):
        for x in Iterator(2):
            print(x, end=" ")
        with Iterator(2) as iterator:
            next(iterator)
            raise KeyError
        if round == 0:
            Iterator.__next__ = lambda self: 7 if self.__dict__.setdefault("once", self.n) == self.n and self.again() else next(iter(()))
            Iterator.again = lambda self: self.__dict__.__setitem__("n", self.n - 1) or True
            Iterator.__enter__ = lambda self: print("other") or self
        elif round == 1:
            del Iterator.__next__
            try:
                for x in Iterator(2):
                    pass
            except TypeError as error:
                print(error)
            Iterator.__next__ = lambda self: next(iter(()))


for case in (ends, fresh, errors, reentry, finalisers, registers, delegation, handling, keywords, replaced):
    print("--", case.__name__)
    case()
