import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Node:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def walk(self):
        yield self.value
        for child in self.children:
            yield from child.walk()

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)


def visit(node, seen):
    seen.append(node.value)
    visit_all(node.children, seen)


def visit_all(nodes, seen):
    for node in nodes:
        visit(node, seen)


def main():
    tree = Node(1, Node(2, Node(3), Node(4)), Node(5))
    seen = []
    visit(tree, seen)
    return list(tree.walk()), tree.depth(), seen


counted(main)
