# range: lengths, indexing, slicing, membership, equality, huge bounds, refusals.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for r in (range(0), range(5), range(2, 8, 3), range(8, 2, -3), range(5, 5), range(-3), range(10**20, 10**20 + 5), range(0, 2**70, 2**68), range(3, -3, -2)):
    print(r, list(r), len(r), r.start, r.stop, r.step, list(reversed(r)), bool(r), attempt(lambda: r[0]), attempt(lambda: r[-1]), r[1:], r[::-1], r.count(5), attempt(r.index, 5))
print(3 in range(5), 3.0 in range(5), "a" in range(5), 2**70 in range(2**71), True in range(2), range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 5, 2) == range(0, 6, 2), range(3) == [0, 1, 2], hash(range(0, 5, 2)) == hash(range(0, 6, 2)))
print(attempt(range), attempt(range, 1.5), attempt(range, "a"), attempt(range, 1, 2, 0), attempt(range, 1, 2, 3, 4), attempt(range, stop=5), attempt(lambda: range(5)[9]), attempt(lambda: range(5)["a"]), attempt(len, range(2**70)), attempt(range(5).index, "a"), attempt(range(5).count), attempt(lambda: range(3) < range(4)), attempt(setattr, range(3), "start", 1))
print(range(2**70)[2**69], range(10)[2:8:3], range(10)[::-2], range(10)[-3:], list(range(10)[100:]), range(0, 10, 3)[1:3], repr(range(1, 2)), repr(range(1, 2, 3)), range(True), range(5).__contains__(3), range(5).__reduce__() if False else "", min(range(5)), max(range(5)), sum(range(101)))
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), list(zip(range(3), range(10**30, 10**30 + 3))), [*range(3)], list(map(lambda x: x * x, range(4))))


class Index:
    def __index__(self):
        return 3


print(range(Index()), list(range(Index(), 0, -1)), range(5)[Index()], Index() in range(5))
