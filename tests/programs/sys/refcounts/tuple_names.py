# For a tuple: counts follow names: bound, bound again, deleted, captured, global.
import sys


def make():
    return tuple([object(), 2])


def show():
    x = make()
    base = sys.getrefcount(x)
    y = x
    print("second name:", sys.getrefcount(x) - base)
    y = z = x
    print("third:", sys.getrefcount(x) - base)
    del y
    print("one deleted:", sys.getrefcount(x) - base)
    z = None
    print("one bound to None:", sys.getrefcount(x) - base)
    a, (b, *c) = x, (x, x, x)
    print("unpacked:", sys.getrefcount(x) - base)
    a, b = b, a
    print("swapped:", sys.getrefcount(x) - base)
    del a, b, c
    print("deleted:", sys.getrefcount(x) - base)
    if (w := x) is x:
        print("walrus:", sys.getrefcount(x) - base)
    w = 1
    for each in [x, 1]:
        pass
    print("after a loop:", sys.getrefcount(x) - base)
    with_default = lambda value=x: value
    print("default:", sys.getrefcount(x) - base)
    with_default()
    print("called:", sys.getrefcount(x) - base)
    del with_default
    return sys.getrefcount(x) - base


print("at the end:", show())
thing = make()
base = sys.getrefcount(thing)
other = thing
print("two globals:", sys.getrefcount(thing) - base)
globals()["third"] = thing
print("three:", sys.getrefcount(thing) - base)
del other, third
print("one:", sys.getrefcount(thing) - base)


def outer(x):
    base = sys.getrefcount(x)

    def inner():
        return x

    def another():
        nonlocal x
        x = None

    print("captured:", sys.getrefcount(x) - base, sys.getrefcount(inner()) - base)
    kept = x
    another()
    print("cell emptied:", sys.getrefcount(kept) - base)


outer(make())
