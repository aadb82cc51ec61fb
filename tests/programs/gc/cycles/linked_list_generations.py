# runs: plain leaks; every collection is asked for
# Which generation finds what: a list linked in both directions.
import gc

gc.disable()
gc.collect()


class Link:
    def __init__(self, value):
        self.value, self.next, self.previous = value, self, self


def build(n):
    head = Link(None)
    for i in range(n):
        link = Link(i)
        link.previous, link.next = head.previous, head
        head.previous.next = head.previous = link
    return head


def attach(anchor, thing):
    anchor.value = thing


def cut(anchor):
    anchor.value = None
    link = anchor
    while link is not None:
        link.previous, link.next, link = None, None, link.next


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
