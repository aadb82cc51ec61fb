# A list takes more room than it needs, so that appending is cheap on average: how often it moves on its way to 1000.
import sys

items, moves, last = [], 0, None
for n in range(1000):
    items.append(n)
    size = sys.getsizeof(items)
    if size != last:
        moves, last = moves + 1, size
print("1000 appends, room was made", "fewer than 60 times:" if moves < 60 else "too often:", moves > 5)
exact = list(range(1000))
print("a list made at once is no larger:", sys.getsizeof(exact) <= sys.getsizeof(items))
