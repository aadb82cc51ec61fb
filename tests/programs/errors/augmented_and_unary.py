def f(x):
    x += "a"


def g(x):
    return -x


try:
    f(1)
except TypeError:
    g("a" if f else 1)
