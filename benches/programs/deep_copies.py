"""copy: deep copies of nested containers and of objects."""
import copy
import sys


class Node:
    def __init__(self, value, children):
        self.value = value
        self.children = children
        self.tags = {"depth": value, "names": ("a", "b")}


def tree(depth):
    return Node(depth, [tree(depth - 1) for _ in range(3)] if depth else [])


def size(node):
    return 1 + sum(size(child) for child in node.children)


def main(n):
    records = [{"id": i, "name": "record %d" % i, "values": list(range(i % 7)), "pair": (i, [i])} for i in range(400)]
    root = tree(5)
    checked = 0
    for i in range(n):
        again = copy.deepcopy(records)
        again[i % 400]["values"].append(i)
        checked += len(again) + len(again[i % 400]["values"])
        twin = copy.deepcopy(root)
        checked += size(twin)
        checked += sum(copy.copy(node).value for node in twin.children)
    print(checked, sum(len(record["values"]) for record in records), size(root))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
