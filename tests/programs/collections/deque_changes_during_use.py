from collections import deque


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3])
it = iter(d)
print(next(it))
d.append(4)
show(lambda: next(it))
show(lambda: next(it, "end"))
it = iter(d)
d[0] = "changed"
print(next(it), it.__length_hint__())
r = reversed(d)
print(next(r), r.__length_hint__())
d.pop()
show(lambda: next(r))


class Evil:
    def __init__(self, target, act):
        self.target, self.act = target, act

    def __eq__(self, other):
        self.act(self.target)
        return False


for act in (deque.clear, lambda q: q.append(1), lambda q: q.pop(), lambda q: None):
    for use in (
        lambda q: 5 in q, lambda q: q.count(5), lambda q: q.index(5), lambda q: q.remove(5), lambda q: q == deque([5, 5, 5]),
        lambda q: q < deque([5, 5, 5]),
    ):
        q = deque([0, 0])
        q.append(Evil(q, act))
        q.append(7)
        show(lambda: use(q))
d = deque([1, 2])


def growing():
    yield 1
    d.append("mid")
    yield 2


d.extend(growing())
print(d)
show(lambda: [d.append(0) for _ in d])


class Raises:
    def __eq__(self, other):
        raise KeyError("compared")


show(lambda: 1 in deque([Raises()]))
show(lambda: deque([Raises()]) == deque([1]))
x = deque([1, 2, 3])
print([i for i in x], sum(x), max(x), sorted(x, reverse=True), list(map(str, x)), list(zip(x, x)), tuple(x), set(x), *x)
a, *b = x
print(a, b)
