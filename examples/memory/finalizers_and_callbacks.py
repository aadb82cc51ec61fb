# What runs when an object dies: first its finaliser, then the callbacks of weak references, then its parts go.
import weakref


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  finaliser of", self.name)


outer = Resource("outer")
outer.part = Resource("part")
reference = weakref.ref(outer, lambda r: print("  callback: the target is", r()))
print("dropping the only name:")
del outer
print("the reference now gives", reference())
