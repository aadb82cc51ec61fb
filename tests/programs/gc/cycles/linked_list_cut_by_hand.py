# runs: plain leaks; every collection is asked for
# Once its cycles are cut, counting frees a structure: a list linked in both directions.
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


structure = build(6)
probe = Probe("p", structure)
attach(structure, probe)
reference = weakref.ref(probe)
del probe
print("in the structure:", reference() is not None)
cut(structure)
print("cut:", reference() is None)
del structure
print("nothing is left to find:", gc.collect())
for size in (1, 5, 20):
    structure = build(size)
    cut(structure)
    del structure
    print(size, gc.collect(), end="; ")
print()
structure, other = build(4), build(4)
attach(structure, other)
attach(other, structure)
cut(structure)
del structure
print("the other is whole:", gc.collect())
del other
print("and goes:", gc.collect() > 0, gc.collect())
gc.set_debug(gc.DEBUG_SAVEALL)
structure = build(3)
del structure
found = gc.collect()
print("saved:", found, len(gc.garbage), sorted({type(thing).__name__ for thing in gc.garbage}))
gc.set_debug(0)
gc.garbage.clear()
print("dropped:", gc.collect() == found)
