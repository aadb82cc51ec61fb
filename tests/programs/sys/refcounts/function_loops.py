# For a function: counts in loops, comprehensions, iterators and generators.
import sys


def make():
    def inner(x=1):
        return x

    return inner


def give(x):
    yield x
    yield x


def show():
    x = make()
    base = sys.getrefcount(x)
    print("list:", [sys.getrefcount(y) - base for y in [x]])
    print("tuple:", [sys.getrefcount(y) - base for y in (x, x)])
    print("dict:", [sys.getrefcount(y) - base for y in {1: x}.values()])
    pairs = {1: x}
    for key, value in pairs.items():
        print("items:", value is x)
    del value
    made = [x for _ in range(7)]
    print("made:", sys.getrefcount(x) - base)
    made = {i: x for i in range(3)}
    print("made again:", sys.getrefcount(x) - base)
    del made, pairs
    iterator = iter([x, x])
    print("iterator:", sys.getrefcount(x) - base)
    next(iterator)
    print("one on:", sys.getrefcount(x) - base)
    list(iterator)
    print("exhausted:", sys.getrefcount(x) - base)
    generator = give(x)
    print("generator:", sys.getrefcount(x) - base)
    y = next(generator)
    print("suspended:", sys.getrefcount(x) - base)
    generator.close()
    print("closed:", sys.getrefcount(x) - base)
    del y
    first, *rest = give(x)
    print("unpacked:", sys.getrefcount(x) - base)
    del first, rest
    zipped = list(zip([x], [x]))
    print("zipped:", sys.getrefcount(x) - base)
    numbered = list(enumerate([x, x]))
    print("numbered:", sys.getrefcount(x) - base)
    del zipped, numbered
    found = [y for y in [1, x, 2] if y is x]
    print("filtered:", sys.getrefcount(x) - base)
    found.clear()
    while (count := sys.getrefcount(x)) and not found:
        found.append(x)
    print("end:", count - base, sys.getrefcount(x) - base)


show()
