# runs: plain leaks; every collection is asked for
# Once its cycles are cut, counting frees a structure: a graph that finds its nodes by name.
import gc
import weakref

gc.disable()
gc.collect()


class Graph:
    def __init__(self):
        self.nodes = {}
        self.remark = None


class Vertex:
    def __init__(self, graph, name):
        self.graph, self.name, self.edges = graph, name, []
        graph.nodes[name] = self


def build(n):
    graph = Graph()
    for i in range(n):
        Vertex(graph, f"v{i}")
    for i in range(n):
        vertex = graph.nodes[f"v{i}"]
        vertex.edges.extend(graph.nodes[f"v{(i * k + 1) % n}"] for k in range(1, 4))
    return graph


def attach(anchor, thing):
    anchor.remark = thing


def cut(anchor):
    anchor.remark = None
    for vertex in list(anchor.nodes.values()):
        vertex.edges.clear()
    anchor.nodes.clear()


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
