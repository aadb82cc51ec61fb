# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: a ring of instances.
import gc

gc.disable()
gc.collect()


class Node:
    def __init__(self, number):
        self.number, self.next, self.extra = number, None, None


def build(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.next = nodes[(i + 1) % n]
    return nodes[0]


def attach(anchor, thing):
    anchor.extra = thing


def cut(anchor):
    anchor.next = None
    anchor.extra = None


for size in (1, 2, 3, 10, 57):
    structure = build(size)
    print(size, "while it is held:", gc.collect(), end=" ")
    del structure
    print("dropped:", gc.collect(), "again:", gc.collect())
several = [build(4) for _ in range(5)]
del several[::2]
print("three of five:", gc.collect())
several.clear()
print("the rest:", gc.collect())
copies = [build(7)] * 3
copies.pop()
print("two references left:", gc.collect())
copies.clear()
print("none left:", gc.collect())
