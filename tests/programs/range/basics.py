def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(range(5)), list(range(2, 5)), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)), list(range(-3)))
r = range(0, 20, 3)
print(r, len(r), r[2], r[-1], r[1:4], r[::-1], r[::2], r[5:1], r[10:], r.start, r.stop, r.step)
print(9 in r, 10 in r, 9.0 in r, "x" in r, True in range(3), r.index(9), r.count(9), r.count(10), r.count(3.0))
attempt(r.index, 10)
attempt(r.index, "x")
attempt(r.index, 3.0)
attempt(lambda: r[7])
attempt(lambda: r[-8])
attempt(lambda: r["x"])
attempt(lambda: r[1.0])
attempt(lambda: r[::0])
attempt(range)
attempt(range, 1, 2, 3, 4)
attempt(range, 1.5)
attempt(range, "x")
attempt(range, 1, 2, 0)
attempt(range, stop=5)
attempt(range, None)
attempt(lambda: r < r)
attempt(lambda: r + r)
attempt(lambda: r.__setattr__("start", 1))
print(range(3) == range(0, 3, 1), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), range(1) == [0])
print(hash(range(3)) == hash(range(0, 3)), hash(range(0)) == hash(range(7, 3)), hash(range(5)), hash(range(0)), hash(range(4, 9, 9)))
print(bool(range(0)), bool(range(1)), repr(range(1, 2)), repr(range(1, 2, 3)), range(True), range(False, True, True))
print(list(reversed(range(5))), list(reversed(range(0, 10, 3))), list(reversed(range(0))), list(range(5)[::-2]))
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), list(it), next(it, "end"))
print(type(iter(range(3))).__name__, type(iter(range(10**20))).__name__)


class I:
    def __index__(self):
        return 3


print(range(I()), list(range(I(), 10, I())))
print(sum(range(1000000)), max(range(10)), min(range(5, 10)), sorted(range(5, 0, -1)))
a, *b = range(4)
print(a, b, [*range(3)], tuple(range(3)), set(range(3)))
import copy

it = iter(range(5))
next(it)
print(list(copy.copy(it)), list(it), copy.copy(range(3)))
