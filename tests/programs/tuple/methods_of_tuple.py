# tuple: construction, indexing, comparison, hashing, concatenation, subclasses.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print((), (1,), tuple("ab"), tuple({1: 2}), tuple(), attempt(tuple, 5), attempt(tuple, 1, 2), attempt(tuple, iterable=()), tuple([1, 2]) == (1, 2), tuple((1, 2)) is not None)
t = (3, 1, 2, 1)
print(t.count(1), t.count("x"), t.index(1), t.index(1, 2), t.index(1, -1), attempt(t.index, 9), attempt(t.index, 3, 1), attempt(t.count), t[0], t[-1], t[1:3], t[::-1], attempt(lambda: t[9]), attempt(lambda: t["a"]))
print(t + (5,), attempt(lambda: t + [5]), t * 2, 2 * t, t * 0, t * -1, attempt(lambda: t * 1.5), 1 in t, 9 in t, len(t), t == (3, 1, 2, 1), t < (3, 2), t >= (3, 1), (1, "a") < (2, 0), attempt(lambda: (1,) < ("a",)), (1,) == [1])
print(hash((1, 2)) == hash((1, 2)), attempt(hash, ([],)), attempt(lambda: t.__setitem__(0, 1)), attempt(setattr, t, "x", 1), (*t, *"ab"), tuple(x * 2 for x in t), min(t), max(t), sorted(t), sum(t), any(t))


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
p.label = "origin"
print(p, p.x, p.label, type(p), type(p + p), type(p[:]), p == (1, 2), isinstance(p, tuple), repr(p), p.__getnewargs__(), (1, 2).__getnewargs__(), tuple[int, ...], (1, (2, (3,))))
a, *b = t
(c, d), e = (1, 2), 3
print(a, b, c, d, e, attempt(lambda: [x for x, y in [(1,)]]), attempt(lambda: [x for x, in [(1, 2)]]), attempt(exec, "a, b = 1, 2, 3"), attempt(exec, "a, *b, c = (1,)"), attempt(exec, "a, b = 5"))
