from collections import deque


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


d = deque("abc")
d.append("d")
d.appendleft("z")
print(d, len(d), d[0], d[-1], d[2], list(d), bool(d), bool(deque()))
print(d.pop(), d.popleft(), d)
d.extend("xy")
d.extendleft("12")
print(d, list(reversed(d)))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate(100)
d.reverse()
print(d, d.count("a"), d.index("a"), "x" in d, "q" in d)
d.insert(1, "I")
d.insert(-1, "J")
d.insert(100, "K")
d.insert(-100, "L")
print(d)
d.remove("I")
del d[0]
d[0] = "first"
d[-1] = "last"
print(d)
print(d == deque(d), d != deque(), deque([1, 2]) < deque([1, 3]), deque([1]) < deque([1, 0]), deque([2]) >= deque([1, 5]))
print(deque([1, 2]) + deque([3]), deque([1, 2]) * 3, 2 * deque("a"), deque([1]) * 0)
e = deque([1, 2])
e += [3, 4]
e *= 2
print(e, e.copy() == e, e.copy() is e)
e.clear()
print(e, len(e))
e.extend(e)
e.append(1)
e.extend(e)
e.extendleft(e)
print(e)
for call in [
    lambda: deque(1), lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1])["a"],
    lambda: deque([1])[0:1], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque() + [1],
    lambda: [1] + deque(), lambda: deque() < [1], lambda: hash(deque()), lambda: deque([1]) * "a",
    lambda: deque([1, 2]).index(2, 0, 1), lambda: deque().rotate("a"), lambda: deque().insert("a", 1),
    lambda: deque().append(), lambda: deque().append(1, 2), lambda: deque([1], 2, 3), lambda: deque(foo=1),
]:
    show(call)
r = deque([1])
r.append(r)
print(r)
s = deque(range(1000))
while len(s) > 3:
    s.popleft()
    s.pop()
print(s)
big = deque()
for i in range(10000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))


class D(deque):
    def extra(self):
        return len(self)


x = D([1, 2, 3])
print(x, x.extra(), x.copy(), type(x.copy()).__name__, type(x + x).__name__, x.__reduce__()[:3])
x.name = "n"
print(x.__reduce__()[2])
match deque([1, 2, 3]):
    case [1, *rest]:
        print("matched", rest)
