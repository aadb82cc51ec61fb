# runs: plain leaks; every collection is asked for
# Which generation finds what: a tree whose nodes know their parents.
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
