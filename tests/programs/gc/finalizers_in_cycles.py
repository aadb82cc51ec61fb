# runs: plain leaks; output depends on when collections run
import gc

gc.disable()
gc.collect()


class F:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, hasattr(self, "other"))


a = F("a")
a.other = a
del a
print(gc.collect(), gc.collect())

a, b = F("b1"), F("b2")
a.other, b.other = b, a
del a, b
print(gc.collect(), gc.collect())


class Lazarus:
    saved = []

    def __del__(self):
        print("resurrects")
        Lazarus.saved.append(self)


x = Lazarus()
x.me = x
x.tail = [x]
del x
print(gc.collect(), gc.is_finalized(Lazarus.saved[0]), len(Lazarus.saved))
Lazarus.saved.clear()
print(gc.collect(), len(Lazarus.saved))

# One of two rings is resurrected.
x, y = Lazarus(), F("beside")
x.me, y.other = x, y
del x, y
print(gc.collect())
print(gc.collect())
Lazarus.saved.clear()
print(gc.collect())


class Breaks:
    def __del__(self):
        self.me = None


x = Breaks()
x.me = x
del x
print("broken by its finaliser", gc.collect())


class Fails:
    def __del__(self):
        raise ValueError("in finaliser")


class MakesMore:
    def __del__(self):
        global more
        more = MakesMore.__new__(MakesMore)
        more.me = more
        more = None


x = MakesMore()
x.me = x
del x
print(gc.collect())
print(gc.collect() > 0)
MakesMore.__del__ = lambda self: None
gc.collect()
print(gc.collect())


def generator(name):
    try:
        me = yield
        yield
    finally:
        print("closed", name)


g = generator("g")
next(g)
g.send(g)
del g
print(gc.collect())


class InCollect:
    def __del__(self):
        print("collection inside a collection:", gc.collect())


x = InCollect()
x.me = x
del x
print(gc.collect())
