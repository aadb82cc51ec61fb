def attempt(a, **kw):
    a = list(a)
    before = sorted(map(repr, a))
    try:
        a.sort(**kw)
        print(a)
    except Exception as e:
        print(type(e).__name__ + ":", e, sorted(map(repr, a)) == before)


attempt([1, "a"])
attempt([None, 1, 2])
attempt([3, 2, "x", 1])
attempt([{}, {}])
attempt([1, 2], key=5)
attempt([1, 2], key=lambda x: 1 / 0)
attempt(["b", 1], key=str)
attempt([1, 2], key=None, reverse=1)
attempt([1, 2, 3], foo=1)
try:
    [].sort(len)
except TypeError as e:
    print(e)


class Failing:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise RuntimeError("no order for 3")
        return self.n < other.n

    def __repr__(self):
        return f"F{self.n}"


attempt([Failing(n) for n in (5, 4, 3, 2, 1)])
a = [3, 1, 2]


def key(x):
    a.append(x)
    return x


try:
    a.sort(key=key)
except ValueError as e:
    print(e, a)


class Changing:
    def __lt__(self, other):
        b.append(1)
        return False


b = [Changing() for _ in range(3)]
try:
    b.sort()
except ValueError as e:
    print(e, len(b))
c = [5, 4]


class Looking:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("while sorting:", c)
        return self.n < other.n


c = [Looking(2), Looking(1)]
c.sort()
print([x.n for x in c])


class OnlyGreater:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n


print([x.n for x in sorted([OnlyGreater(2), OnlyGreater(1), OnlyGreater(3)])])
