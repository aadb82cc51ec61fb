# Copies of iterators: where they go on, and that making them warns.
import copy
import operator
import warnings
from itertools import chain, compress, count, cycle, dropwhile, filterfalse, islice, repeat, starmap, takewhile

warnings.simplefilter("ignore")
MAKERS = {
    "count": lambda: count(3, 2.5),
    "cycle": lambda: cycle([1, 2]),
    "repeat": lambda: repeat("x", 4),
    "chain": lambda: chain([1, 2], [3]),
    "compress": lambda: compress([1, 2, 3, 4], [1, 1, 0, 1]),
    "dropwhile": lambda: dropwhile(bool, [1, 0, 2, 3]),
    "takewhile": lambda: takewhile(bool, [1, 2, 0, 3]),
    "filterfalse": lambda: filterfalse(bool, [0, "", 1, None]),
    "starmap": lambda: starmap(operator.add, [(1, 2), (3, 4)]),
    "islice": lambda: islice([1, 2, 3, 4, 5], 1, 5, 2),
}
for name, make in MAKERS.items():
    for taken in range(4):
        iterator = make()
        for _ in range(taken):
            next(iterator, None)
        deep = copy.deepcopy(iterator)
        print(name, taken, list(islice(deep, 5)), list(islice(iterator, 5)))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        copy.copy(make())
        print({(w.category.__name__, str(w.message)) for w in caught})

for iterator, state in (
    (chain(), ()), (chain(), (3,)), (chain(), (iter([[1]]), iter([2]))), (chain(), 3), (cycle("ab"), (["c"], True)),
    (cycle("ab"), ("c", 0)), (dropwhile(bool, [1, 0, 1]), 1), (takewhile(bool, [1, 2]), 1), (islice("abcde", 1, 4), 1),
):
    try:
        iterator.__setstate__(state)
        print(list(islice(iterator, 6)))
    except TypeError as error:
        print("TypeError:", error)
