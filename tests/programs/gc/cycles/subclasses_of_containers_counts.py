# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: instances of subclasses of list and dict.
import gc

gc.disable()
gc.collect()


class Row(list):
    pass


class Table(dict):
    pass


def build(n):
    table = Table()
    for i in range(n):
        row = Row([i, table])
        table[i] = row
        row.append(row)
    table["self"] = table
    return table


def attach(anchor, thing):
    anchor["thing"] = thing


def cut(anchor):
    for row in list(anchor.values()):
        if isinstance(row, Row):
            row.clear()
    anchor.clear()


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
