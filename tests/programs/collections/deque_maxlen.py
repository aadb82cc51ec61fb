from collections import deque


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


d = deque(range(10), maxlen=4)
print(d, d.maxlen, deque().maxlen)
d.append(10)
d.appendleft(5)
print(d)
d.extend([20, 21, 22, 23, 24])
print(d)
d.extendleft("abcdef")
print(d, d * 2, d + d)
d.rotate(1)
print(d, d.copy(), d.copy().maxlen)
show(lambda: d.insert(0, 1))
d.pop()
d.insert(1, "in")
print(d)
show(lambda: setattr(d, "maxlen", 3))
show(lambda: deque([], -1))
show(lambda: deque([], "a"))
show(lambda: deque([], 2.5))
z = deque([1, 2, 3], 0)
z.append(1)
z.appendleft(1)
z.extend(iter([1, 2]))
print(z, len(z))
e = deque([1, 2, 3], maxlen=2)
e += [4]
e *= 3
print(e)
print(deque(maxlen=5), deque([1, 2], None), deque(iterable="ab", maxlen=1))
lines = deque((f"line {i}" for i in range(100)), 3)
print(list(lines))
moving = deque(maxlen=3)
out = []
for x in [1, 2, 3, 4, 5, 6]:
    moving.append(x)
    out.append(sum(moving) / len(moving))
print(out)
d.__init__([7, 8, 9], 2)
print(d, d.maxlen)
