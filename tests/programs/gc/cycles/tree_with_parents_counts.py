# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: a tree whose nodes know their parents.
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
