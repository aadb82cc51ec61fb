"""Calls with unpacked lists, tuples and dicts that have just the parameters, and those that nearly have."""
import sys


def three(a, b, c):
    return a, b, c


def first(a, /, b, c):
    return a, b, c


def none():
    return "none"


def defaults(a, b=2, *, c=3):
    return a, b, c


def rest(a, *others, **named):
    return a, others, named


def tell(function, *args, **named):
    try:
        return function(*args, **named)
    except TypeError as error:
        return f"TypeError: {error}"


def lists(function, items):
    try:
        return function(*items)
    except TypeError as error:
        return f"TypeError: {error}"


def both(function, items, named):
    try:
        return function(*items, **named)
    except TypeError as error:
        return f"TypeError: {error}"


for function in (three, first, none, defaults, rest):
    for items in ([1, 2, 3], (1, 2, 3), [], (), [1], [1, 2, 3, 4]):
        print(function.__name__, items, lists(function, items), tell(function, *items))
    for items in ([], [1], (1, 2), [1, 2, 3]):
        for named in ({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 3}, {"c": 3}, {"c": 3, "b": 2}, {}, {"d": 4}):
            print(function.__name__, items, named, both(function, items, named))

removed = {"x": 0, "a": 1, "b": 2, "c": 3}
del removed["x"]
print(both(three, [], removed))
built = {}
for name in ("a", "b", "c"):
    built["".join([name])] = name
print(both(three, (), built), both(three, (), {1: 2, "b": 3, "c": 4}))


class Items(list):
    def __iter__(self):
        return iter("xyz")


class Named(dict):
    def keys(self):
        return ["a", "b", "c"]

    def __getitem__(self, key):
        return key * 2


print(lists(three, Items([1, 2, 3])), both(three, [], Named(a=1, b=2, c=3)))


def change(a, b, c):
    shared.clear()
    return a, b, c


shared = [object(), [1], "c"]
print([type(item).__name__ for item in lists(change, shared)], shared)
shared = {"a": [1], "b": [2], "c": [3]}
print(both(change, [], shared), shared)


def count(a, b, c):
    return [sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c)]


kept = [[1], [2], [3]]
print(lists(count, kept), [sys.getrefcount(item) for item in kept])


def down(n, *args):
    return down(*[n - 1, *args]) if n else len(args)


def deeper(n):
    return deeper(*[n + 1])


print(down(50, 1, 2))
try:
    deeper(0)
except RecursionError as error:
    print(error)


def fail(a, b):
    return a / b


for _ in range(3):
    fail(*[1, 2])
fail(**{"a": 1, "b": 0})
