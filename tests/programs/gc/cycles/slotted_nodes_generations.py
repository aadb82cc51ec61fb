# runs: plain leaks; every collection is asked for
# Which generation finds what: nodes with slots.
import gc

gc.disable()
gc.collect()


class Cell:
    __slots__ = ("left", "right", "extra")

    def __init__(self):
        self.left = self.right = self


def build(n):
    first = Cell()
    for _ in range(n):
        cell = Cell()
        cell.left, cell.right = first, first.right
        first.right.left = cell
        first.right = cell
    return first


def attach(anchor, thing):
    anchor.extra = thing


def cut(anchor):
    if hasattr(anchor, "extra"):
        del anchor.extra
    cell = anchor
    while cell is not None:
        after = getattr(cell, "right", None)
        if after is not None:
            del cell.left, cell.right
        cell = after


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
