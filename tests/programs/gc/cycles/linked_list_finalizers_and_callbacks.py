# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: a list linked in both directions.
import gc
import weakref

gc.disable()
gc.collect()


class Link:
    def __init__(self, value):
        self.value, self.next, self.previous = value, self, self


def build(n):
    head = Link(None)
    for i in range(n):
        link = Link(i)
        link.previous, link.next = head.previous, head
        head.previous.next = head.previous = link
    return head


def attach(anchor, thing):
    anchor.value = thing


def cut(anchor):
    anchor.value = None
    link = anchor
    while link is not None:
        link.previous, link.next, link = None, None, link.next


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
