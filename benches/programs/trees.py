"""Allocation: binary trees of tuples and of instances, a large structure kept, a search tree, cycles."""
import sys


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        total = 1
        if self.left is not None:
            total += self.left.count()
        if self.right is not None:
            total += self.right.count()
        return total


class Entry:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


def bottom_up(depth):
    if depth == 0:
        return Node(None, None)
    return Node(bottom_up(depth - 1), bottom_up(depth - 1))


def tuples(depth):
    if depth == 0:
        return None
    return tuples(depth - 1), depth, tuples(depth - 1)


def weigh(tree):
    if tree is None:
        return 0
    left, value, right = tree
    return weigh(left) + value + weigh(right)


def insert(root, key):
    while True:
        if key < root.key:
            if root.left is None:
                root.left = Entry(key)
                return
            root = root.left
        elif key > root.key:
            if root.right is None:
                root.right = Entry(key)
                return
            root = root.right
        else:
            return


def main(size):
    total = 0
    kept = []
    root = Entry(1 << 30)
    seed = 1
    for step in range(size):
        total += bottom_up(9).count()
        total += weigh(tuples(9))
        kept.append([[i, {"step": step}] for i in range(300)])
        for _ in range(250):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            insert(root, seed)
        for i in range(300):
            entry = Entry(i)
            entry.left = entry
    return total, sum([len(chunk) for chunk in kept])


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
