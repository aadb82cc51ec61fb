# A list holds all its items; a generator holds only what it needs for the next one.
import sys

items = [n * n for n in range(100_000)]
stream = (n * n for n in range(100_000))
print("both give the same:", sum(items) == sum(n * n for n in range(100_000)))
print("the list takes more than 500 KB:", sys.getsizeof(items) > 500_000)
print("the generator takes less than 1 KB:", sys.getsizeof(stream) < 1_000)
print("the first items of the stream:", next(stream), next(stream), next(stream))
