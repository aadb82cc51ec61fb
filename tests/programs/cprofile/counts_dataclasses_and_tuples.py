import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted
from collections import namedtuple
from dataclasses import dataclass

Pair = namedtuple("Pair", "a b")


@dataclass
class Point:
    x: int
    y: int = 0

    def __post_init__(self):
        self.x += 1

    def moved(self, by):
        return Point(self.x + by, self.y)


def main():
    points = [Point(i).moved(i) for i in range(5)]
    points[0] == points[1]
    sum(p.x for p in points)
    return Pair(1, 2)._replace(a=3).a


counted(main)
