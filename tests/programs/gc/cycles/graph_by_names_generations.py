# runs: plain leaks; every collection is asked for
# Which generation finds what: a graph that finds its nodes by name.
import gc

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


def collected():
    return [row["collected"] for row in gc.get_stats()]


before = collected()
structure = build(5)
del structure
print("new, youngest:", gc.collect(0))
structure = build(5)
print("survives:", gc.collect(0))
del structure
print("older, youngest:", gc.collect(0), "middle:", gc.collect(1))
structure = build(6)
gc.collect(1)
del structure
print("old, youngest:", gc.collect(0), "middle:", gc.collect(1), "all:", gc.collect(2))
old = build(4)
gc.collect()
new = build(4)
attach(old, new)
attach(new, old)
del old, new
print("old and new, youngest:", gc.collect(0), "all:", gc.collect())
print([after - first for first, after in zip(before, collected())])
gc.freeze()
structure = build(3)
gc.freeze()
del structure
print("frozen:", gc.collect())
gc.unfreeze()
print("thawed:", gc.collect())
