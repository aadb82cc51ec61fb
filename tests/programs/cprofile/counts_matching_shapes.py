import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Shape:
    __match_args__ = ("kind", "size")

    def __init__(self, kind, size):
        self.kind = kind
        self.size = size


def area(shape):
    match shape:
        case Shape("square", n):
            return n * n
        case Shape("circle", n) if positive(n):
            return 3 * n * n
        case {"w": w, "h": h}:
            return w * h
        case [first, *rest]:
            return area(first) + sum(map(area, rest))
        case _:
            return 0


def positive(n):
    return n > 0


def main():
    return area([Shape("square", 2), {"w": 2, "h": 5}, Shape("circle", 1), [Shape("circle", 0)], None])


counted(main)
