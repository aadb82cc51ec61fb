# sum: start values, floats added with compensation, mixed numbers, sequences.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([1, 2], start=0.5), sum(x for x in range(5)), sum([True, True]), sum([2**62, 2**62, 2**62]))
print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3]), sum([1e308, 1e308, -1e308]), sum([1, 2.5, 2**70]), sum([0.5, 2**60, 1]))
print(sum([float("inf"), 1.0]), sum([float("inf"), float("-inf")]), sum([float("nan"), 1]), sum([-0.0, -0.0]), sum([-0.0], -0.0), sum([1e-320] * 3))
print(sum([[1], [2]], []), sum([(1,), (2,)], ()), attempt(sum, ["a", "b"], ""), attempt(sum, [b"a"], b""), attempt(sum, ["a"]), attempt(sum, 5), attempt(sum))
print(attempt(sum, [1], 2, 3), attempt(sum, [[1]]), attempt(sum, [1, None]), attempt(sum, {1: 2}, None))


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + (other.n if isinstance(other, Money) else other))

    __radd__ = __add__


print(sum([Money(1), Money(2)]).n, sum([1.5, Money(2), 0.25]).n, sum([1, Money(2), 5]).n)
