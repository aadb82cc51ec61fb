def f(a, *, b):
    return a(b)


try:
    f(1)
except TypeError:
    try:
        f(1, b=2)
    except TypeError:
        f(**{"a": 1, "c": 2})
