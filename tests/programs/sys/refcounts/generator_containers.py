# For a generator: counts rise and fall with the containers that hold it.
import sys


def numbers():
    yield 1
    yield 2


def make():
    return numbers()


def count(label, base, x):
    # Two more than the caller sees: the argument here and getrefcount's own are in the base as well.
    print(label, sys.getrefcount(x) - base)


def show():
    x = make()
    base = sys.getrefcount(x) + 1
    count("alone:", base, x)
    items = [x]
    count("in a list:", base, x)
    items *= 5
    count("five times:", base, x)
    items.append((x, x))
    count("and in a tuple:", base, x)
    items[1:3] = []
    count("two taken out:", base, x)
    items.pop()
    count("without the tuple:", base, x)
    table = {"x": x, 1: x}
    count("in a dict:", base, x)
    table["x"] = None
    count("once replaced:", base, x)
    del table[1]
    count("deleted:", base, x)
    table = dict.fromkeys(range(4), x)
    count("fromkeys:", base, x)
    table.popitem()
    count("popitem:", base, x)
    other = table | {9: x}
    count("merged:", base, x)
    table.clear()
    other.clear()
    count("cleared:", base, x)
    copy = items[:] + items
    count("copies of the list:", base, x)
    items.reverse()
    copy.clear()
    del items
    count("all gone:", base, x)


show()
