# runs: plain leaks; output depends on when collections run
import gc
import weakref

gc.disable()
gc.collect()


class A:
    def __init__(self, name="a"):
        self.name = name
        self.me = self


class F(A):
    def __del__(self):
        print("del", self.name, "weak reference:", references[self.name]())


references = {}
a = A()
r = weakref.ref(a, lambda r: print("callback", r()))
del a
print(r() is not None, gc.collect(), r())

f = F("f")
references["f"] = weakref.ref(f, lambda r: print("callback before finaliser", r()))
del f
print(gc.collect())

# A callback that looks at the garbage through another reference sees nothing.
a, b = A("a"), A("b")
a.b, b.a = b, a
rb = weakref.ref(b)
ra = weakref.ref(a, lambda r: print("other is dead:", rb() is None))
del a, b
print(gc.collect())


class Lazarus(A):
    def __del__(self):
        global saved
        saved = self


x = Lazarus()
r = weakref.ref(x, lambda r: print("cleared although it comes back"))
del x
print(gc.collect(), saved.me is saved, r())
r2 = weakref.ref(saved, lambda r: print("second death"))
del saved
print(gc.collect(), r2())

d = weakref.WeakValueDictionary()
for i in range(10):
    a = A(i)
    d[i] = a
del a
print(len(d), gc.collect() >= 10, len(d))

p = weakref.proxy(A())
gc.collect()
try:
    p.name
except ReferenceError as e:
    print(e)
