# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: a ring of instances.
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


outside = []
first, second = build(5), build(6)
attach(first, outside)
outside.append(second)
del second
print("the second hangs on a list of the first:", gc.collect())
outside.clear()
print("taken out of the list:", gc.collect())
del first
print("the first dropped, its list held:", gc.collect(), len(outside))
third, fourth = build(3), build(4)
attach(third, fourth)
attach(fourth, third)
del third
print("one of two that know each other:", gc.collect())
del fourth
print("both:", gc.collect())


def inside():
    structure = build(8)
    print("held by a local:", gc.collect())


inside()
print("after the return:", gc.collect())
keeper = {"structure": build(9)}
keeper["self"] = keeper
print("in a dict that holds itself:", gc.collect())
del keeper
print("with that dict:", gc.collect())
