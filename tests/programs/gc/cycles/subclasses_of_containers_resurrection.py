# runs: plain leaks; every collection is asked for
# Finalisers bring structures back, and run only once: instances of subclasses of list and dict.
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
        runs.append(self.name)
        if self.name in wanted:
            back.append(self.owner)


runs, back, wanted = [], [], {"a", "c"}
structure = build(4)
attach(structure, Probe("a", structure))
reference = weakref.ref(Probe("loose", None))
del structure
print("comes back:", gc.collect(), runs, len(back), reference() is None)
print("is held:", gc.collect(), runs)
back.clear()
print("goes without a second finalizer:", gc.collect(), runs)
for name in "bcd":
    structure = build(3)
    attach(structure, Probe(name, structure))
del structure
print("one of three comes back:", gc.collect(), runs, len(back))
wanted.clear()
back.clear()
print("now it goes:", gc.collect(), runs)
one, two = build(2), build(2)
attach(one, Probe("a", one))
attach(two, Probe("e", one))
attach(one, two)
wanted.add("a")
del one, two
print("linked:", gc.collect(), sorted(runs), len(back))
back.clear()
print("end:", gc.collect(), sorted(runs))
