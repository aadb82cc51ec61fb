# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: nodes with slots.
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
