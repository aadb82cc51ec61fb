from itertools import accumulate, count, cycle, islice, repeat, takewhile


def show(call):
    try:
        result = call()
        print(repr(result) if isinstance(result, (int, list, tuple, str, count, repeat)) else type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


def first(n, iterable):
    return list(islice(iterable, n))


print(first(5, count()), first(3, count(10)), first(3, count(5, -2)), first(3, count(0.5, 0.25)), first(3, count(1, 0)))
print(first(3, count(2**61 - 2)), first(2, count(-(2**61) - 1)), first(3, count(True)), first(2, count(2**100, 2**99)))
print(count(), count(5), count(5, 1), count(5, 2), count(1.5), count(3, 1.0), count(2**70))
c = count(7)
next(c)
print(c, next(c))
print(first(7, cycle("abc")), first(3, cycle([])), first(4, cycle(x for x in (1, 2))))
print(list(repeat("x", 3)), first(2, repeat(None)), repeat(1), repeat(1, 2), repeat(1, -3), list(repeat(0, 0)))
r = repeat(5, 3)
next(r)
print(r, r.__length_hint__(), list(r), r)
print(list(map(pow, range(5), repeat(2))), sum(takewhile(lambda x: x < 20, count(1, 3))))
for call in [
    lambda: count("a"), lambda: count(1, "a"), lambda: count(1, 2, 3), lambda: cycle(1), lambda: cycle(), lambda: repeat(),
    lambda: repeat(1, "a"), lambda: repeat(1).__length_hint__(), lambda: repeat(1, 2, 3), lambda: cycle([], []),
    lambda: repeat(times=2), lambda: count(start=1, step=2), lambda: repeat(object=1, times=2),
]:
    show(call)
print(list(accumulate([1, 2, 3, 4])), list(accumulate([])), list(accumulate([5], initial=1)), list(accumulate("abc")))
print(list(accumulate([3, 1, 4], max)), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(accumulate([], initial=0)))
show(lambda: list(accumulate([1, "a"])))
show(lambda: accumulate([1], None, 5))
show(lambda: accumulate())


class N:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return N(self.n + getattr(other, "n", other))

    def __index__(self):
        return self.n

    def __repr__(self):
        return f"N{self.n}"


print(first(3, count(N(1))), first(3, count(N(1), 5)), list(accumulate([N(1), N(2)])))


class Sub(count):
    pass


print(Sub(3), next(Sub(3)))
