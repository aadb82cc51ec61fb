# runs: plain leaks; every collection is asked for
# For a set: counts of what attributes, slots, classes, closures and weak references hold.
import gc
import sys
import weakref


def make():
    return {1, 2}


class Box:
    shared = None

    def __init__(self, **attributes):
        self.x = None
        self.y = None
        for name, value in attributes.items():
            setattr(self, name, value)


class Slots:
    __slots__ = "a", "b"


def show():
    x = make()
    base = sys.getrefcount(x)
    box = Box(x=x)
    print("attribute:", sys.getrefcount(x) - base)
    box.y = box.x
    print("two:", sys.getrefcount(x) - base)
    box.x = 5
    print("one replaced:", sys.getrefcount(x) - base)
    del box.y
    print("the other deleted:", sys.getrefcount(x) - base)
    Box.shared = x
    print("class attribute:", sys.getrefcount(x) - base, sys.getrefcount(box.shared) - base)
    Box.shared = None
    slots = Slots()
    slots.a = slots.b = x
    print("slots:", sys.getrefcount(x) - base)
    del slots.a
    print("one slot:", sys.getrefcount(x) - base)
    del slots
    print("none:", sys.getrefcount(x) - base)
    boxes = [Box(x=x, y=x) for _ in range(3)]
    print("three boxes:", sys.getrefcount(x) - base)
    boxes[0].__dict__["x"] = None
    print("through __dict__:", sys.getrefcount(x) - base)
    del boxes
    print("boxes gone:", sys.getrefcount(x) - base)
    try:
        reference = weakref.ref(x)
        print("weakly:", sys.getrefcount(x) - base, sys.getrefcount(reference()) - base)
    except TypeError as error:
        print(error)
    box.x = [box, x]
    print("in a cycle:", sys.getrefcount(x) - base)
    del box
    gc.collect()
    print("collected:", sys.getrefcount(x) - base)


gc.disable()
show()
