# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: dicts in dicts with a way back.
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


for size in (1, 2, 3, 10, 57):
    structure = build(size)
    print(size, "while it is held:", gc.collect(), end=" ")
    del structure
    print("dropped:", gc.collect(), "again:", gc.collect())
several = [build(4) for _ in range(5)]
del several[::2]
print("three of five:", gc.collect())
several.clear()
print("the rest:", gc.collect())
copies = [build(7)] * 3
copies.pop()
print("two references left:", gc.collect())
copies.clear()
print("none left:", gc.collect())
