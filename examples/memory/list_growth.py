# A list takes more room than it needs, so that appending is cheap on average. Each line below is a step at which it took
# more: how many items there are, what the list takes (its object of 32 bytes and its buffer of 8 bytes an item), and for how
# many items there is room then. Each step is about an eighth larger than the one before.
import sys

items, last, steps = [], sys.getsizeof([]), 0
print(f"{'items':>6}{'bytes':>8}{'room for':>10}")
print(f"{0:>6}{last:>8}{0:>10}")
empty = last
for n in range(1, 1001):
    items.append(n)
    size = sys.getsizeof(items)
    if size != last:
        last, steps = size, steps + 1
        if n < 100 or n > 800:
            print(f"{n:>6}{size:>8}{(size - empty) // 8:>10}")
        elif n < 120:
            print("   ...")
print(f"{steps} steps on the way to 1000 items")
exact = list(range(1000))
print(f"a list of 1000 made at once: {sys.getsizeof(exact)} bytes")
while len(items) > 10:
    items.pop()
print(f"the other with all but {len(items)} taken out again: {sys.getsizeof(items)} bytes")
