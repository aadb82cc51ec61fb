from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


a = [1, 3, 3, 3, 5, 7]
print([(bisect_left(a, x), bisect_right(a, x)) for x in range(9)], bisect is bisect_right, insort is insort_right)
print(bisect(a, 3, 2), bisect(a, 3, 0, 2), bisect_left(a, 3, lo=2, hi=4), bisect(a, 9, hi=None), bisect([], 1), bisect_left("acegi", "e"), bisect((1, 2, 3), 2))
rows = [("a", 1), ("b", 3), ("c", 5)]
print(bisect(rows, 3, key=lambda r: r[1]), bisect_left(rows, 3, key=lambda r: r[1]))
b = []
for x in [5, 2, 8, 2, 9, 1]:
    insort(b, x)
print(b)
insort_left(b, 2.0)
insort_right(b, 2.5)
print(b)
insort(rows, ("d", 4), key=lambda r: r[1])
print(rows)


def grade(score):
    return "FDCBA"[bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])


class Log(list):
    def insert(self, index, item):
        print("insert", index, item)
        super().insert(index, item)


l = Log([1, 5])
insort(l, 3)
print(l, bisect(range(0, 100, 10), 35))
for call in [
    lambda: bisect([1, 2], "a"), lambda: bisect(5, 1), lambda: bisect([1], 1, -1), lambda: bisect([1], 1, 0, 5), lambda: bisect(),
    lambda: bisect([1], 1, "a"), lambda: insort((1,), 2), lambda: bisect([1], 1, key=5), lambda: bisect([1, 2], 1, 0, 2, len), lambda: bisect(a=[1], x=0),
    lambda: insort([1], None),
]:
    show(call)


class X:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, getattr(other, "n", other))
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        print("gt", self.n, other)
        return self.n > other


print(bisect([1, 2, 3, 4], X(3)), bisect_left([X(1), X(2), X(3)], X(2)))
