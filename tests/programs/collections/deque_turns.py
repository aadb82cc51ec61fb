"""Items put into a deque and taken out of it anywhere, wherever its first item lies in its buffer."""

from collections import deque

wrong = 0
for size in range(20):
    for start in range(0, 34, 3):
        for index in range(-size - 1, size + 2):
            items = list(range(size))
            d = deque(range(-start, size))
            for _ in range(start):
                d.popleft()
            d.insert(index, "x")
            items.insert(index, "x")
            wrong += list(d) != items
            if -len(items) <= index < len(items):
                del d[index], items[index]
                wrong += list(d) != items
            d.appendleft("left")
            items.insert(0, "left")
            d.remove(items[len(items) // 3])
            items.remove(items[len(items) // 3])
            wrong += list(d) != items
print(wrong)
