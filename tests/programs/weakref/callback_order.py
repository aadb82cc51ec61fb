import weakref


class P:
    def __del__(self):
        print("finaliser; reference alive:", r1() is not None)


class R(weakref.ref):
    pass


def note(name):
    def callback(reference):
        print(name, type(reference).__name__, reference() if type(reference) is not weakref.ProxyType else "-")
    return callback


p = P()
r1 = weakref.ref(p, note("r1"))
pp = weakref.proxy(p)
r2 = weakref.ref(p, note("r2"))
r0 = weakref.ref(p)
r4 = R(p, note("r4"))
r5 = R(p)
r3 = weakref.ref(p, note("r3"))
pc = weakref.proxy(p, note("pc"))
gone = weakref.ref(p, note("never called"))
del gone
names = {id(r1): "r1", id(pp): "pp", id(r2): "r2", id(r0): "r0", id(r3): "r3", id(r4): "r4", id(r5): "r5", id(pc): "pc"}
print([names[id(r)] for r in weakref.getweakrefs(p)], weakref.getweakrefcount(p), p.__weakref__ is r0)
del p
print("after", r1(), weakref.getweakrefs(r1))


class Node:
    def __init__(self, name, child=None):
        self.name, self.child = name, child

    def __del__(self):
        print("del", self.name)


tree = Node("a", Node("b", Node("c")))
keep = [weakref.ref(tree, note("a")), weakref.ref(tree.child, note("b")), weakref.ref(tree.child.child, note("c"))]
del tree


class Resurrecting:
    def __del__(self):
        global back
        back = self


y = Resurrecting()
ry = weakref.ref(y, note("y"))
del y
print("resurrected", ry() is back)
del back
print("dead", ry())
