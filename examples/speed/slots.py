"""__slots__ fixes the attributes of a class: no instance has others, and none has a __dict__.

Anthill keeps the attributes of ordinary instances in slots too, so what is saved is small; what is gained is that a
misspelt attribute is an error. A dict for each record costs several times as much.
"""

from measure import claim, compare


class Open:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def open_points():
    points = [Open(i, -i) for i in range(1_000)]
    return sum(p.x for p in points)


def slotted_points():
    points = [Slotted(i, -i) for i in range(1_000)]
    return sum(p.x for p in points)


def dicts():
    points = [{"x": i, "y": -i} for i in range(1_000)]
    return sum(p["x"] for p in points)


plain, slotted = compare("A thousand points", open_points, slotted_points)
claim("slots need no more memory", slotted.peak <= plain.peak)
table, slotted = compare("The same as dicts", dicts, slotted_points)
claim("dicts need twice the memory", table.peak > 2 * slotted.peak)
try:
    Slotted(1, 2).z = 3
except AttributeError as error:
    claim("a misspelt attribute is an error", "z" in str(error))
