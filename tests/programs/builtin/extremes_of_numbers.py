"""min and max over lists and tuples of numbers: ties, kinds mixed, NaN, subclasses, big ints."""
nan = float("nan")
for items in (
    [3, 1, 2], (3, 1, 2), [1], [1.5], [2.5, -1.0, 2.5], [0.0, -0.0], [-0.0, 0.0], [1, True], [True, 1], [True, False],
    [1, 1.0], [1.0, 1], [1, 2.5, 3], [2**70, 5], [5, 2**70, -(2**70)], [nan, 1.0], [1.0, nan], [nan, nan, 2.0],
    [float("inf"), 1e308, -float("inf")], [1e400, 1.0], list(range(-5, 6)), ["b", "a"], [(1, 2), (0, 5)],
):
    print(items, max(items), min(items), max(items, default=9), min(items, key=None), max(items, key=lambda x: x))
print(max([], default=7), min((), default=None))
for bad in ([], (), [1, "a"], [1.0, None], ["a", 1], [1, 2.0, []]):
    for f in (min, max):
        try:
            print(f(bad))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


class Odd(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Sequence(list):
    def __iter__(self):
        return iter([40, 50])


print(min([Odd(3), Odd(5), 4]), max([4, Odd(3)]), max(Sequence([1, 2])), min(Sequence([1, 2])))
a, b = 10**3, 10**3
print(max([a, b]) is a, min([a, b]) is a, max(1, 2, 3), min(3.5, 2), max(1, 1.0), max(1.0, 1))
