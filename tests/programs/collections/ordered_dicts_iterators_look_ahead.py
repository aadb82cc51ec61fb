# An OrderedDict's iterator has found out at each step whether there is another: what changes after the last goes
# unnoticed, what changes before is an error.
from collections import Counter, OrderedDict


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def walk(size, change, view=iter):
    d = OrderedDict.fromkeys(range(size), 0)
    seen = []
    for item in view(d):
        seen.append(item)
        change(d)
    return seen, d


for size in (1, 2, 3):
    for view in (iter, reversed, OrderedDict.keys, OrderedDict.values, OrderedDict.items, lambda d: reversed(d.items())):
        attempt(lambda: walk(size, lambda d: d.popitem(), view))
        attempt(lambda: walk(size, lambda d: d.update({7: 7}), view))
        attempt(lambda: walk(size, lambda d: d.__setitem__(0, 5), view))
        attempt(lambda: walk(size, lambda d: d.move_to_end(0), view))
d = OrderedDict(a=1, b=2)
i = iter(d)
print(next(i), list(i), list(i))
i = iter(d)
next(i)
next(i)
d["c"] = 3
print(list(i), list(d))


class Odd:
    def __rsub__(self, other):
        return "difference"


attempt(lambda: Counter({"a": object()}) - Counter(a=1))
attempt(lambda: Counter(a=1) - Counter({"a": Odd()}))
