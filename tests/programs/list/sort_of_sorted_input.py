# Input that is in order already stays, object by object, forwards and backwards; what cannot be told is compared.
values = [
    [1, 1.0, True, 2],
    ["a", "b", "b", "c"],
    [(1, "x"), (1, "x"), (1, "y"), (2,)],
    [1.0, float("nan"), 0.5, 2.0],
    [float("nan")] * 3,
    [(1, None), (2, None)],
    [b"a", b"ab", b"b"],
    [10**30, 10**31],
    [],
    ["only"],
]
for items in values:
    for reverse in (False, True):
        source = items[::-1] if reverse else items
        result = sorted(source, reverse=reverse)
        print(result, [a is b for a, b in zip(result, source)])
        print(sorted(source, key=lambda item: item, reverse=reverse) == result or "nan")


class Loud:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        print(self.number, "<", other.number)
        return self.number < other.number

    def __repr__(self):
        return f"Loud({self.number})"


print(sorted([Loud(1), Loud(2), Loud(3)]))
print(sorted([(1, Loud(2)), (1, Loud(1)), (2, Loud(0))], reverse=True))
for wrong in ([1, "a"], [(1, "a"), (1, 2)], [None, None]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print("TypeError:", error)
