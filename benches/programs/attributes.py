"""Attributes: reading, writing and augmented writing, class attributes, slots, module globals."""
import sys

LIMIT = 1000


class Counter:
    step = 3

    def __init__(self):
        self.value = 0
        self.reads = 0
        self.next = None


class Slotted:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


def chase(n):
    head = Counter()
    head.next = Counter()
    head.next.next = head
    node = head
    for i in range(n):
        node.value += node.step
        node.reads = node.value + i
        if node.value > LIMIT:
            node.value = 0
        node = node.next
    return head.value + head.reads + head.next.value


def slots(n):
    p = Slotted(1, 2, 3)
    for i in range(n):
        p.x = p.y + p.z
        p.y = p.z - i
        p.z = p.x & 0xFFFF
    return p.x + p.y + p.z


def main(size):
    total = 0
    for _ in range(size):
        total += chase(40_000) + slots(25_000)
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
