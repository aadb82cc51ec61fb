# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: a graph that finds its nodes by name.
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
