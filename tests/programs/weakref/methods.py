import weakref


class C:
    def __init__(self, name): self.name = name
    def m(self): return ("m", self.name)
    def other(self): return "other"


c = C("c")
w = weakref.WeakMethod(c.m, lambda r: print("method died", r()))
print(w()(), w() == c.m, w == weakref.WeakMethod(c.m), w == weakref.WeakMethod(c.other), w != weakref.WeakMethod(c.other))
print(hash(w) == hash(weakref.WeakMethod(c.other)), w == 1)
try:
    weakref.WeakMethod([].append)
except TypeError as e:
    print(str(e)[:60])
try:
    weakref.WeakMethod(c)
except TypeError as e:
    print(e)
dead = weakref.WeakMethod(C("temporary").m)
print(dead(), dead == dead, dead == weakref.WeakMethod(C("y").m))
del c
print(w())
