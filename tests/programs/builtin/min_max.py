# min and max: keys, defaults, first of equals, errors.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(min(3, 1, 2), max([3, 1, 2]), min("b", "a"), max("hello"), min([], default=5), max((), default=None), min([1], default=5))
print(max([1, 1.0, True]), min([True, 1.0, 1]), max("aB", key=str.lower), max("Aa", "aA", key=str.lower), min([3, -4, 2], key=abs), max([[1, 2], [1, 3]]))
print(attempt(min), attempt(max, []), attempt(min, 5), attempt(max, 1, "a"), attempt(min, 1, 2, default=3), attempt(max, [], key=len), attempt(min, 1, 2, foo=3))
print(attempt(max, [1, 2], key=5), min([1, 2], key=None), attempt(min, [1], [2], key=lambda x: 1 / 0), max({"b": 1, "a": 2}), max(i * i % 7 for i in range(10)))
nan = float("nan")
print(max(1, nan), max(nan, 1), min(1, nan), min(nan, 1), max([2**70, 1e30, 5]), min(-0.0, 0.0), min(0.0, -0.0))


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n

    def __gt__(self, other):
        print("gt", self.n, other.n)
        return self.n > other.n


print(min(Odd(2), Odd(1), Odd(3)).n, max([Odd(2), Odd(5), Odd(3)]).n)
