# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: tuples that hold each other over lists.
import gc

gc.disable()
gc.collect()


def build(n):
    first = before = []
    for i in range(n):
        after = []
        before.append((i, after, first))
        before = after
    before.append((first,))
    return first


def attach(anchor, thing):
    anchor.append((thing,))


def cut(anchor):
    here = anchor
    while here is not None:
        items = here[:]
        here.clear()
        here = next((t[1] for t in items if len(t) == 3), None)


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
