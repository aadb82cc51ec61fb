# Deques times numbers, with and without a limit, wherever the items begin in the buffer.
from collections import deque

for limit in (None, 0, 1, 2, 3, 5, 7, 8, 20):
    for turn in range(0, 10, 3):
        for count in (0, 1, 3, 5, 8):
            for times in (-1, 0, 1, 2, 3, 4, 9):
                d = deque(range(count), limit)
                d.rotate(turn)
                expected = list(d) * max(times, 0)
                if limit is not None:
                    expected = expected[max(len(expected) - limit, 0):]
                product = d * times
                assert list(product) == expected, (limit, turn, count, times, product)
                assert product.maxlen == limit
                d *= times
                assert list(d) == expected, (limit, turn, count, times, d)
                d.append("end")
                d.appendleft("start")
                print(limit, turn, count, times, len(d), list(d)[-2:])

d = deque([1, 2, 3])
walk = iter(d)
next(walk)
d *= 2
try:
    next(walk)
except RuntimeError as error:
    print(error)

kept = [[], []]
d = deque(kept, 3)
d *= 5
print([item is kept[i] for i, item in enumerate(d, 1) if i < 2], len(d))
try:
    deque([1, 2]) * (1 << 62)
except MemoryError:
    print("MemoryError")

# To the left, from others and from itself.
d = deque([1, 2, 3])
d.extendleft(d)
d.extendleft(deque("ab"))
d.extendleft(["x"] * 20)
print(d)
d = deque([1, 2, 3], 4)
d.extendleft(d)
print(d)
