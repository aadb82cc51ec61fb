# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: lists of which each holds all.
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
