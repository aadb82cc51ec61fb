"""A comprehension appends without looking up append and calling it."""

from measure import claim, compare


def loop():
    squares = []
    for i in range(5_000):
        squares.append(i * i)
    return squares


def comprehension():
    return [i * i for i in range(5_000)]


slow, fast = compare("A list of squares", loop, comprehension)
claim("the comprehension executes fewer instructions", fast.instructions * 4 < slow.instructions * 3)
claim("both end with the same memory", abs(fast.peak - slow.peak) < 1000)
