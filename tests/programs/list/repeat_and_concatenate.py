def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: [1, 2] * 3)
attempt(lambda: 3 * [1, 2])
attempt(lambda: [1] * 0)
attempt(lambda: [1] * -5)
attempt(lambda: [] * 10**15)
attempt(lambda: [1] * True)
attempt(lambda: [1] * 1.5)
attempt(lambda: "x" * [1])
attempt(lambda: [1] * 10**30)
attempt(lambda: [1, 2, 3] * 10**18)
attempt(lambda: [1] + [2])
attempt(lambda: [1] + (2,))
attempt(lambda: (2,) + [1])
attempt(lambda: [1] + None)
attempt(lambda: [1].__add__(5))
a = [[]] * 3
a[0].append(1)
print(a)
a = [1, 2]
a *= 3
print(a)
b = a
b *= 0
print(a, a is b)
a = [0]
try:
    a *= 10**18
except MemoryError:
    print("MemoryError", a)
try:
    a *= "x"
except TypeError as e:
    print(e)


class N:
    def __index__(self):
        return 2

    def __rmul__(self, other):
        return "N decides"


class M:
    def __index__(self):
        return 2


print([1] * M(), M() * [1], [1] * N())
c = [7]
c *= M()
print(c)
