# round and reversed over builtin and own types.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Rounded:
    def __round__(self, digits="none"):
        return ("rounded", digits)


class Sized:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "abc"[i]


class Own:
    def __reversed__(self):
        return "own"


class Blocked(list):
    __reversed__ = None


print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20, 7, True)], type(round(2.0)), type(round(2.0, 0)), type(round(2, 1)))
print([round(x, n) for x, n in ((2.675, 2), (1.25, 1), (1.35, 1), (1234.5, -2), (0.5, 0), (-0.0, 1), (1e300, 5), (5e-324, 300), (123.456, -5))])
print([round(x, n) for x, n in ((15, -1), (25, -1), (-15, -1), (14, -1), (5, -1), (4, -1), (10**20 + 5, -1), (7, 5), (0, -3), (-7, -10))])
print(round(Rounded()), round(Rounded(), 2), round(Rounded(), ndigits=None), round(number=1.5), attempt(round), attempt(round, "a"), attempt(round, 1.5, "a"))
print(attempt(round, float("nan")), attempt(round, float("inf")), round(float("inf"), 2), attempt(round, 1.5, 1, 2), attempt(round, 1.0, 2**70), attempt(round, 1, None))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(5))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed({1: 2}.items())))
print(list(reversed(Sized())), reversed(Own()), attempt(reversed, 5), attempt(reversed, {1}), attempt(reversed, iter([])), attempt(reversed, Blocked()), attempt(reversed))
items = [1, 2, 3, 4]
back = reversed(items)
print(next(back), back.__length_hint__())
items.pop()
items.pop()
print(list(back), items)
