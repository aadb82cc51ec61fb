# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: nodes with slots.
import gc
import weakref

gc.disable()
gc.collect()


class Cell:
    __slots__ = ("left", "right", "extra")

    def __init__(self):
        self.left = self.right = self


def build(n):
    first = Cell()
    for _ in range(n):
        cell = Cell()
        cell.left, cell.right = first, first.right
        first.right.left = cell
        first.right = cell
    return first


def attach(anchor, thing):
    anchor.extra = thing


def cut(anchor):
    if hasattr(anchor, "extra"):
        del anchor.extra
    cell = anchor
    while cell is not None:
        after = getattr(cell, "right", None)
        if after is not None:
            del cell.left, cell.right
        cell = after


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
