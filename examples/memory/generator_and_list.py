# The same numbers twice: all of them in a list, or one at a time from a generator.
import sys


def squares(n):
    for i in range(n):
        yield i * i


print(f"{'numbers':>10}{'list':>12}{'generator':>12}")
for n in 10, 1_000, 100_000:
    everything = list(squares(n))
    stream = squares(n)
    print(f"{n:>10,}{sys.getsizeof(everything):>12,}{sys.getsizeof(stream):>12,}")
    # Small ints lie in the list's own words: the list is all that they take.
    assert sum(everything) == sum(stream)
print("both give the same sums; the generator never holds more than one number")
stream = squares(10)
print("the first items of the stream:", next(stream), next(stream), next(stream))
print("and the rest:", list(stream))
