def a():
    return b()


def b():
    value = c()
    return value


def c():
    d(1)


def d(x):
    x.y = e(x)


def e(x): return g(x) + 1


def g(x):
    raise RuntimeError


a()
