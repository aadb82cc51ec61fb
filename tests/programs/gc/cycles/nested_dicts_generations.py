# runs: plain leaks; every collection is asked for
# Which generation finds what: dicts in dicts with a way back.
import gc

gc.disable()
gc.collect()


def build(n):
    top = {}
    here = top
    for i in range(n):
        here["down"] = {"up": here, "depth": i}
        here = here["down"]
    here["top"] = top
    return top


def attach(anchor, thing):
    anchor["thing"] = thing


def cut(anchor):
    here = anchor
    while here is not None:
        below = here.get("down")
        here.clear()
        here = below


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
