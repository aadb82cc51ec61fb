# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: a graph that finds its nodes by name.
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


for size in (1, 2, 3, 10, 57):
    structure = build(size)
    print(size, "while it is held:", gc.collect(), end=" ")
    del structure
    print("dropped:", gc.collect(), "again:", gc.collect())
several = [build(4) for _ in range(5)]
del several[::2]
print("three of five:", gc.collect())
several.clear()
print("the rest:", gc.collect())
copies = [build(7)] * 3
copies.pop()
print("two references left:", gc.collect())
copies.clear()
print("none left:", gc.collect())
