class Stack(list):
    def push(self, x):
        self.append(x)

    def __repr__(self):
        return "Stack(" + super().__repr__() + ")"


s = Stack()
s.push(1)
s.push(2)
s.name = "numbers"
print(s, len(s), s.name, s == [1, 2], isinstance(s, list))
print(type(s[:]), type(s + [3]), type(s * 2), type(s.copy()))
s += [5, 6]
print(s, type(s))
s.sort(reverse=True)
print(s)


class Loud(list):
    def __getitem__(self, i):
        return "item", i

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("iterated")


x = Loud([1, 2])
print(x[0], len(x), list(x), x == [1, 2], [*x], sum([[1]], x.__add__([])))
print(tuple(x), sorted(x))


class Init(list):
    def __init__(self, a, b=2):
        super().__init__([a] * b)


print(Init("q"), Init("r", b=3))


class WithSlots(list):
    __slots__ = ("extra",)


w = WithSlots((1, 2, 3))
w.extra = "kept"
w.append(4)
print(w, w.extra)
try:
    w.other = 1
except AttributeError as e:
    print(e)
