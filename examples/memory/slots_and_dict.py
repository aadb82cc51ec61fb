# __slots__ fixes the attributes of a class.
import sys


class Open:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


open_point, slotted_point = Open(1, 2), Slotted(1, 2)
open_point.z = 3
print("open:", open_point.__dict__)
try:
    slotted_point.z = 3
except AttributeError as error:
    print("slotted:", error)
print("has a dict:", hasattr(open_point, "__dict__"), hasattr(slotted_point, "__dict__"))
print("bytes of an open point, with room for more attributes:", sys.getsizeof(Open(1, 2)))
print("bytes of a slotted one:", sys.getsizeof(Slotted(1, 2)))
print("bytes of a dict with the same:", sys.getsizeof({"x": 1, "y": 2}))
