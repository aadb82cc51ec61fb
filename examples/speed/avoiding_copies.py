"""A slice of a list is a copy. Taking the first item off by slicing copies the rest each time.

An index that moves on, or an iterator, copies nothing.
"""

from measure import claim, compare

numbers = list(range(1_000))


def slicing():
    total, rest = 0, numbers
    while rest:
        total += rest[0]
        rest = rest[1:]
    return total


def iterating():
    total = 0
    for number in numbers:
        total += number
    return total


slow, fast = compare("Item by item", slicing, iterating)
claim("slicing allocates megabytes", slow.allocated > 2_000_000)
claim("iterating allocates almost nothing", fast.allocated < 1_000)
