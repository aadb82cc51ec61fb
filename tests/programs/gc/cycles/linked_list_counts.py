# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: a list linked in both directions.
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
