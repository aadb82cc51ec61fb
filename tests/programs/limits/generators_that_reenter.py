# Generators that resume, close or throw into themselves; objects that come back to life.


def attempt(name, action):
    try:
        result = action()
    except Exception as error:
        print(name, "->", type(error).__name__, error)
    else:
        print(name, "->", result)


def reenter():
    yield 1
    try:
        next(g)
    except ValueError as error:
        yield str(error)
    yield from g


g = reenter()
print(next(g), next(g))
attempt("yield from itself", lambda: next(g))


def closes():
    yield 1
    g.close()
    yield 2


g = closes()
next(g)
attempt("close itself", lambda: next(g))


def throws():
    try:
        yield 1
        g.throw(KeyError)
    finally:
        print("finally")


g = throws()
next(g)
attempt("throw into itself", lambda: next(g))


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


g = ignores()
next(g)
attempt("ignores exit", lambda: g.close())
attempt("ignores throw", lambda: g.throw(KeyError))


class Resurrect:
    kept = []

    def __del__(self):
        print("del")
        Resurrect.kept.append(self)


r = Resurrect()
del r
print(len(Resurrect.kept))
Resurrect.kept.clear()
print(len(Resurrect.kept))


class Raises:
    def __del__(self):
        pass


x = [Raises() for _ in range(10)]
x.append(x)
del x
print("end")
