# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: a ring of instances.
import gc
import weakref

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


class Probe:
    """Sits in a structure and knows it."""

    def __init__(self, name, owner):
        self.name, self.owner = name, owner

    def __del__(self):
        print("  finalizer of", self.name, "sees", type(self.owner).__name__)


def watch(name, thing):
    return weakref.ref(thing, lambda reference: print("  callback for", name, reference() is None))


structure = build(4)
attach(structure, Probe("first", structure))
del structure
print("one:", gc.collect())
structure, other = build(2), build(3)
probes = [Probe("second", structure), Probe("third", other)]
attach(structure, probes[0])
attach(other, probes[1])
references = [watch(probe.name, probe) for probe in probes]
del structure, other
print("held by a list:", [reference() is not None for reference in references])
del probes
print("dropped:", gc.collect())
print([reference() for reference in references])
structure = build(3)
quiet = Probe("fourth", structure)
attach(structure, quiet)
quiet.watcher = watch("own", quiet)
del structure, quiet
print("a reference that is garbage itself:", gc.collect())
print("again:", gc.collect())
