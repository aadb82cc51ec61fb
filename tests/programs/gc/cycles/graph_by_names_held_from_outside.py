# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: a graph that finds its nodes by name.
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


outside = []
first, second = build(5), build(6)
attach(first, outside)
outside.append(second)
del second
print("the second hangs on a list of the first:", gc.collect())
outside.clear()
print("taken out of the list:", gc.collect())
del first
print("the first dropped, its list held:", gc.collect(), len(outside))
third, fourth = build(3), build(4)
attach(third, fourth)
attach(fourth, third)
del third
print("one of two that know each other:", gc.collect())
del fourth
print("both:", gc.collect())


def inside():
    structure = build(8)
    print("held by a local:", gc.collect())


inside()
print("after the return:", gc.collect())
keeper = {"structure": build(9)}
keeper["self"] = keeper
print("in a dict that holds itself:", gc.collect())
del keeper
print("with that dict:", gc.collect())
