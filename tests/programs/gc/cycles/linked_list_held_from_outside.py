# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: a list linked in both directions.
import gc

gc.disable()
gc.collect()


class Link:
    def __init__(self, value):
        self.value, self.next, self.previous = value, self, self


def build(n):
    head = Link(None)
    for i in range(n):
        link = Link(i)
        link.previous, link.next = head.previous, head
        head.previous.next = head.previous = link
    return head


def attach(anchor, thing):
    anchor.value = thing


def cut(anchor):
    anchor.value = None
    link = anchor
    while link is not None:
        link.previous, link.next, link = None, None, link.next


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
