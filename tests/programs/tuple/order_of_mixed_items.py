"""Comparison of tuples and lists: by identity, numbers, strings, and whatever their items say."""
nan = float("nan")
print((nan,) == (nan,), (nan,) < (nan,), (float("nan"),) == (float("nan"),), (nan, 1) < (nan, 2))
print((0.0, 1) < (-0.0, 2), (0.0,) == (-0.0,), (0.0,) < (-0.0,), (1.5, "a") > (1.5, "b"))
print((1, 2) < (1, 2, 3), (1, 2, 3) <= (1, 2), () < (1,), () == (), (1,) != (1, 2))
print(("a", 1) < ("b", 0), ("ab",) == ("a" + "b",), ("a" * 3,) < ("aab",), ("é",) > ("z",))
print((1, "x") == (True, "x"), (1.0, 2) == (1, 2), (2**70,) < (2**71,), (2**70, 1) == (2**70, 1))
for pair in [((1, "a"), (1, 2)), ((None,), (None,)), ((None, 1), (None, 2)), (([],), (None,))]:
    try:
        print(pair[0] < pair[1], pair[0] == pair[1])
    except TypeError as error:
        print(error)
print([1, 2] < [1, 3], [1, 2] == [1, 2.0], [1] != [1, 2], ["a"] >= ["a"])


class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, end=" ")
        return self.n == other.n

    def __lt__(self, other):
        print("lt", self.n, end=" ")
        return self.n < other.n


a, b = Item(1), Item(2)
print((a, b) < (a, Item(3)))
print((a,) == (Item(1),))
print([a, b] < [b, a], sorted([b, a]) == [a, b])


class Gone:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


if Gone("x") is not Gone("y"):
    print("different")
keep = Gone("z")
if keep is keep.__dict__.get("none", keep):
    print("same", Gone("w") is Gone("w"))
