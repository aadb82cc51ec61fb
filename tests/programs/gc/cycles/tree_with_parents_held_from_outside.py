# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: a tree whose nodes know their parents.
import gc

gc.disable()
gc.collect()


class Branch:
    def __init__(self, parent):
        self.parent, self.children, self.note = parent, [], ""
        if parent is not None:
            parent.children.append(self)


def build(n):
    root = Branch(None)
    level = [root]
    while n > 0:
        level = [Branch(parent) for parent in level for _ in range(2)][:n]
        n -= len(level)
    return root


def attach(anchor, thing):
    anchor.note = thing


def cut(anchor):
    anchor.note = ""
    waiting = [anchor]
    while waiting:
        branch = waiting.pop()
        waiting.extend(branch.children)
        branch.parent = None


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
