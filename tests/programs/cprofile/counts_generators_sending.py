import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def averager():
    total = count = 0
    value = None
    while True:
        value = yield total / count if count else 0
        total += value
        count += 1


def chain(*parts):
    for part in parts:
        yield from part


def main():
    g = averager()
    next(g)
    for x in (1, 2, 3):
        g.send(x)
    g.close()
    list(chain([1, 2], (n for n in range(2)), chain("ab")))
    h = averager()
    next(h)
    try:
        h.throw(ValueError)
    except ValueError:
        pass


counted(main)
