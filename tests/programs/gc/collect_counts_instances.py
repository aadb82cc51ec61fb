# runs: plain leaks; counts depend on when collections run
import gc

gc.disable()
gc.collect()


class A:
    def __init__(self):
        self.a = self.b = self.next = self.previous = self.tail = self.children = self.parent = None


class Slotted:
    __slots__ = ("x", "y")


class Listy(list):
    pass


class Dicty(dict):
    pass


def self_reference():
    a = A()
    a.a = a


def pair():
    a, b = A(), A()
    a.b, b.a = b, a


def ring():
    nodes = [A() for _ in range(10)]
    for i, node in enumerate(nodes):
        node.next = nodes[(i + 1) % 10]


def two_rings():
    ring()
    ring()


def tail_behind_a_ring():
    a = A()
    a.a = a
    a.tail = A()
    a.tail.next = A()


def no_cycle():
    a = A()
    a.b = A()


def slots():
    s = Slotted()
    s.x = s
    s.y = Slotted()


def list_subclass():
    x = Listy()
    x.append(x)


def dict_subclass():
    x = Dicty()
    x["x"] = x


def parent_and_children():
    parent = A()
    parent.children = [A() for _ in range(5)]
    for child in parent.children:
        child.parent = parent


def bound_method():
    a = A()
    a.a = a.__init__


def doubly_linked():
    first = last = A()
    for _ in range(99):
        node = A()
        node.previous, last.next = last, node
        last = node


def data_is_not_counted():
    a = A()
    a.a, a.b, a.next, a.tail, a.parent = a, "text" * 3, 10**30, 1.5, b"bytes"


for function in [
    self_reference, pair, ring, two_rings, tail_behind_a_ring, no_cycle, slots, list_subclass,
    dict_subclass, parent_and_children, bound_method, doubly_linked,
    data_is_not_counted,
]:
    function()
    print(function.__name__, gc.collect(), gc.collect())
