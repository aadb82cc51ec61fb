# For a class: counts in calls: arguments, results, packed arguments, bound methods.
import sys


def make():
    class Made:
        pass

    return Made


def count(x):
    return sys.getrefcount(x)


def deeper(x, n):
    return count(x) if n == 0 else deeper(x, n - 1)


def packed(*args, **keywords):
    return sys.getrefcount(args[0] if args else keywords["x"])


class Holder:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def count(self, x):
        return sys.getrefcount(x)

    @property
    def thing(self):
        return self.x


def show():
    x = make()
    base = sys.getrefcount(x)
    print("argument:", count(x) - base)
    print("keyword:", count(x=x) - base)
    for depth in 1, 2, 5:
        print("deeper", depth, deeper(x, depth) - base)
    print("packed:", packed(x) - base, packed(x=x) - base, packed(*[x]) - base, packed(**{"x": x}) - base)
    holder = Holder(x)
    print("held:", sys.getrefcount(x) - base)
    print("from a method:", sys.getrefcount(holder.get()) - base, sys.getrefcount(holder.thing) - base)
    print("to a method:", holder.count(x) - base)
    method = holder.count
    print("to a bound method:", method(x) - base)
    print("through map:", [n - base for n in map(count, [x])])
    print("sorted:", [n - base for n in sorted([1], key=lambda _: 0)] and sys.getrefcount(x) - base)
    try:
        raise ValueError(x)
    except ValueError as error:
        print("in an exception:", sys.getrefcount(x) - base)
    print("after it:", sys.getrefcount(x) - base)
    del holder, method
    print("end:", sys.getrefcount(x) - base)


show()
