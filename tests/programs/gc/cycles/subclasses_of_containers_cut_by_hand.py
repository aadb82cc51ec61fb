# runs: plain leaks; every collection is asked for
# Once its cycles are cut, counting frees a structure: instances of subclasses of list and dict.
import gc
import weakref

gc.disable()
gc.collect()


class Row(list):
    pass


class Table(dict):
    pass


def build(n):
    table = Table()
    for i in range(n):
        row = Row([i, table])
        table[i] = row
        row.append(row)
    table["self"] = table
    return table


def attach(anchor, thing):
    anchor["thing"] = thing


def cut(anchor):
    for row in list(anchor.values()):
        if isinstance(row, Row):
            row.clear()
    anchor.clear()


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
