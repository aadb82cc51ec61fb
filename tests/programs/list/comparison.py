print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] < [1, 9], [1, 2] <= [1, 2], [1] > [], [1, [2, 3]] >= [1, [2]])
print([1, 2] == [1, 2], [1, 2] == [1.0, True + 1], [1] != [1], [1] == (1,), [1] != (1,))
for op in ("<", "<=", ">", ">="):
    try:
        print(eval(f"[1] {op} (1,)"))
    except TypeError as e:
        print(e)
    try:
        print(eval(f"[1, 'a'] {op} [1, 2]"))
    except TypeError as e:
        print(e)
nan = float("nan")
print([nan] == [nan], [nan] < [nan], [float("nan")] == [float("nan")])


class E:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return True


print([E(1), E(2)] == [E(3), E(4)])
print([E(1)] == [E(2), E(3)])
print([E(1), 5] < [E(2), 6])


class Shrink:
    def __eq__(self, other):
        a.clear()
        return True


a = [Shrink(), 1, 2]
b = [Shrink(), 1, 2]
print(a == b, a, len(b))


class Evil:
    def __eq__(self, other):
        c.clear()
        return False


c = [Evil(), 2]
print(c < [3, 4], c)


class Bad:
    def __eq__(self, other):
        raise KeyError("compared")


try:
    [Bad()] == [1]
except KeyError as e:
    print("KeyError", e)
x = Bad()
print([x] == [x], x in [x], [x].count(x))
