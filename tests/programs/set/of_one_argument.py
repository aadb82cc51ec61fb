# set and dict of one argument, with keys that misbehave; equality of dicts whose entries lie alike or not.
for source in ("abca", b"aba", [1, 1.0, True], (), {1: 2}, {3}, frozenset([4]), range(3), iter([5, 5]), (x for x in "xy")):
    print(sorted(set(source), key=repr))
for wrong in (3, [[]], [{}], None):
    try:
        set(wrong)
    except TypeError as error:
        print("TypeError:", error)


class Key:
    def __init__(self, source):
        self.source = source

    def __hash__(self):
        if len(self.source) < 6:
            self.source.append(Key(self.source))
        return 1

    def __eq__(self, other):
        return self is other


source = []
source.append(Key(source))
print(len(set(source)), len(source))


class Failing:
    def __hash__(self):
        raise ValueError("no hash")


try:
    set([1, Failing()])
except ValueError as error:
    print("ValueError:", error)

small = {"a": 1, "b": 2.5}
copy = dict(small)
copy["c"] = 3
print(small, copy, copy == small, dict(small) == small, {"b": 2.5, "a": 1} == small, {"a": 1, "b": 2} == small)
del copy["a"]
copy["a"] = 1
print(copy, dict(copy), dict(copy) == {"a": 1, "b": 2.5, "c": 3})
nan = float("nan")
print({1: nan} == {1: nan}, {1: nan} == {1: float("nan")})


class Counted(dict):
    def __missing__(self, key):
        return key

    def __len__(self):
        return 9


counted = Counted(x=1)
print(dict(counted), counted["y"], counted.__getitem__("x"), dict.__len__(counted), len(counted))
