# runs: plain leaks; every collection is asked for
# Finalisers bring structures back, and run only once: tuples that hold each other over lists.
import gc
import weakref

gc.disable()
gc.collect()


def build(n):
    first = before = []
    for i in range(n):
        after = []
        before.append((i, after, first))
        before = after
    before.append((first,))
    return first


def attach(anchor, thing):
    anchor.append((thing,))


def cut(anchor):
    here = anchor
    while here is not None:
        items = here[:]
        here.clear()
        here = next((t[1] for t in items if len(t) == 3), None)


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
