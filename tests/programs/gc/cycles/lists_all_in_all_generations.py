# runs: plain leaks; every collection is asked for
# Which generation finds what: lists of which each holds all.
import gc

gc.disable()
gc.collect()


def build(n):
    lists = [[] for _ in range(n)]
    for one in lists:
        one.extend(lists)
    return lists[0]


def attach(anchor, thing):
    anchor.append(thing)


def cut(anchor):
    for one in list(anchor):
        if isinstance(one, list):
            one.clear()


def collected():
    return [row["collected"] for row in gc.get_stats()]


before = collected()
structure = build(5)
del structure
print("new, youngest:", gc.collect(0))
structure = build(5)
print("survives:", gc.collect(0))
del structure
print("older, youngest:", gc.collect(0), "middle:", gc.collect(1))
structure = build(6)
gc.collect(1)
del structure
print("old, youngest:", gc.collect(0), "middle:", gc.collect(1), "all:", gc.collect(2))
old = build(4)
gc.collect()
new = build(4)
attach(old, new)
attach(new, old)
del old, new
print("old and new, youngest:", gc.collect(0), "all:", gc.collect())
print([after - first for first, after in zip(before, collected())])
gc.freeze()
structure = build(3)
gc.freeze()
del structure
print("frozen:", gc.collect())
gc.unfreeze()
print("thawed:", gc.collect())
