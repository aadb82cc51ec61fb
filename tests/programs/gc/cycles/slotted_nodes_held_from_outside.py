# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: nodes with slots.
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
