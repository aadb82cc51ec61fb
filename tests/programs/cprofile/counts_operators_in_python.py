import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __radd__(self, other):
        return self

    def __eq__(self, other):
        return self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __len__(self):
        return len(self.parts)

    def __contains__(self, item):
        return item in self.parts

    def __bool__(self):
        return any(self.parts)

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"Vector{self.parts}"


def main():
    a, b = Vector(1, 2), Vector(3, 4)
    sum([a, b])
    a == b, hash(a), a[0], len(b), 3 in a, bool(b), a(1), repr(a), str(b), f"{a}"
    {a: 1}[a]
    [x for x in a]
    if a and not b:
        pass


counted(main)
