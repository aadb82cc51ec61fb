"""Consumers that take all that map, filter and their kin give; what the functions do meanwhile is seen."""

import itertools as it


def consumers(make):
    for consume in (list, tuple, set, sum, any, all, max, sorted, len_of):
        try:
            print(consume.__name__, consume(make()))
        except Exception as error:
            print(consume.__name__, type(error).__name__, error)


def len_of(items):
    result = [0]
    result.extend(items)
    result += []
    return len(result)


ITEMS = [3, 1, 4, 1, 5, 9, 2, 6]
for make in (
    lambda: map(abs, ITEMS),
    lambda: map(pow, ITEMS, ITEMS),
    lambda: map(lambda x: 10 // (x - 9), ITEMS),
    lambda: filter(None, ITEMS),
    lambda: filter(bool, [0, 1, 0, 2]),
    lambda: filter(lambda x: x % 2, ITEMS),
    lambda: it.starmap(divmod, [(7, 2), [9, 4]]),
    lambda: it.starmap(abs, [3]),
    lambda: it.takewhile(lambda x: x < 9, ITEMS),
    lambda: it.dropwhile(lambda x: x < 9, ITEMS),
    lambda: it.dropwhile(lambda x: x < 90, ITEMS),
    lambda: it.filterfalse(None, [0, 1, 0, 2]),
    lambda: it.filterfalse(lambda x: x > 4, ITEMS),
    lambda: it.compress(ITEMS, it.cycle([1, 0, 0])),
    lambda: it.compress(ITEMS, [[], 'x', 0.0, 1]),
):
    consumers(make)


def stops(x):
    if x == 4:
        raise StopIteration('early')
    return x


# StopIteration from a function ends the loop quietly; the iterator goes on behind it.
for kind in (map, filter, it.takewhile, it.dropwhile, it.filterfalse):
    iterator = kind(stops, ITEMS)
    print(kind.__name__, list(iterator), list(iterator))
iterator = it.starmap(stops, zip(ITEMS))
print(list(iterator), list(iterator))

# The list that grows is seen as it stands.
seen = []
growing = [0]


def look(x):
    seen.append(len(growing))
    return x


growing.extend(map(look, ITEMS))
print(len(growing), seen[:2])

# A source that changes meanwhile.
source = [1, 2, 3]


def grow(x):
    if len(source) < 6:
        source.append(x * 10)
    return x


print(list(map(grow, source)), source)


# An iterator asked by its own function.
class Nested:
    def __init__(self):
        self.own = map(self, [1, 2, 3, 4, 5])

    def __call__(self, x):
        return (x, next(self.own, None)) if x % 2 else x


print(list(Nested().own))

taken = it.takewhile(lambda x: x < 4 or next(taken, 0), ITEMS)
print(list(taken), list(taken))
dropped = it.dropwhile(lambda x: x < 4, iter(ITEMS))
print(next(dropped), list(dropped), list(dropped))


class Own(map):
    def __next__(self):
        return ('own', super().__next__())


class Plain(filter):
    pass


print(list(Own(abs, [-1, -2])), list(Plain(None, [0, 1])), sum(Plain(None, [0, 1, 2])))
Plain.__next__ = lambda self: 1 // 0
try:
    list(Plain(None, [0, 1]))
except ZeroDivisionError as error:
    print(error)

deep = iter(range(5))
for _ in range(2000):
    deep = map(abs, deep)
print(sum(deep))
