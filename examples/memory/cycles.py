# A cycle that counting cannot free, and the collector can.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


gc.disable()  # Only for the example: collections come when we ask for them.
gc.collect()
left, right = Node("left"), Node("right")
left.other, right.other = right, left
watch = weakref.ref(left)

del left, right
# No name leads there any more, but each node still has one reference: the other's.
print("alive without a name:", watch() is not None)
print("unreachable objects found:", gc.collect())
print("alive after the collection:", watch() is not None)
