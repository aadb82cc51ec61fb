# runs: plain leaks; every collection is asked for
# Which generation finds what: a ring of instances.
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


def collected():
    return [row["collected"] for row in gc.get_stats()]


before = collected()
structure = build(5)
del structure
print("new, youngest:", gc.collect(0))
structure = build(5)
print("survives:", gc.collect(0))
del structure
print("older, youngest:", gc.collect(0), "middle:", gc.collect(1))
structure = build(6)
gc.collect(1)
del structure
print("old, youngest:", gc.collect(0), "middle:", gc.collect(1), "all:", gc.collect(2))
old = build(4)
gc.collect()
new = build(4)
attach(old, new)
attach(new, old)
del old, new
print("old and new, youngest:", gc.collect(0), "all:", gc.collect())
print([after - first for first, after in zip(before, collected())])
gc.freeze()
structure = build(3)
gc.freeze()
del structure
print("frozen:", gc.collect())
gc.unfreeze()
print("thawed:", gc.collect())
