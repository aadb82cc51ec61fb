import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted
import itertools


def key(x):
    return x % 3


def never(x):
    return False


class Odd:
    def __iter__(self):
        return iter((1, 3, 5))

    def __length_hint__(self):
        return 3

    def __index__(self):
        return 2


def main():
    for _, group in itertools.groupby(sorted(range(9), key=key), key):
        list(group)
    list(itertools.takewhile(key, [1, 2, 3]))
    list(itertools.starmap(pow, [(2, 3), (3, 2)]))
    sum(Odd()), [1, 2, 3][Odd()], list(Odd())
    list(filter(never, "abc"))
    iter(dict, {})
    any(x for x in Odd())


counted(main)
