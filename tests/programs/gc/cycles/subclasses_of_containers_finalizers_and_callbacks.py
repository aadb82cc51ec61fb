# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: instances of subclasses of list and dict.
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
