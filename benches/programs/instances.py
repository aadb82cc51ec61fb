"""Instances made and dropped: vectors, points in a list, a linked list, tuples as records."""
import sys


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


class Empty:
    pass


def vectors(n):
    total = Vector(0, 0)
    step = Vector(1, 2)
    for i in range(n):
        total = total + step * (i & 3)
    return total.x + total.y


def linked(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    total = 0
    while head is not None:
        total += head.value
        head = head.following
    return total


def main(size):
    total = 0
    kept = []
    for _ in range(size):
        total += vectors(9000) + linked(9000)
        kept.extend([Vector(i, -i) for i in range(2000)])
        for _ in range(5000):
            Empty()
    return total, sum([p.x - p.y for p in kept])


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
