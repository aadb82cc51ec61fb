# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: instances of subclasses of list and dict.
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


outside = []
first, second = build(5), build(6)
attach(first, outside)
outside.append(second)
del second
print("the second hangs on a list of the first:", gc.collect())
outside.clear()
print("taken out of the list:", gc.collect())
del first
print("the first dropped, its list held:", gc.collect(), len(outside))
third, fourth = build(3), build(4)
attach(third, fourth)
attach(fourth, third)
del third
print("one of two that know each other:", gc.collect())
del fourth
print("both:", gc.collect())


def inside():
    structure = build(8)
    print("held by a local:", gc.collect())


inside()
print("after the return:", gc.collect())
keeper = {"structure": build(9)}
keeper["self"] = keeper
print("in a dict that holds itself:", gc.collect())
del keeper
print("with that dict:", gc.collect())
