# runs: plain leaks; every collection is asked for
# Finalisers bring structures back, and run only once: a graph that finds its nodes by name.
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
