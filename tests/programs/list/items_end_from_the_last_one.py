# A list or tuple that dies gives its items up from the last one on: plain ones at once, others in CPython's order.
import gc
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name, end="; ")


class Pair:
    def __init__(self, *items):
        self.items = items


def end(make, text):
    print(text, end=": ")
    made = make()
    del made
    print()


def new(n):
    # A string that nobody else holds.
    return "-" * 3 + str(n)


for length in (0, 1, 3, 7, 8, 9, 20, 70):
    for kind in (list, tuple):
        end(lambda: kind([new(i) for i in range(length)] + [Loud("middle")] + [new(i) for i in range(length)]), f"{kind.__name__} {length}")
        end(lambda: kind([Loud("first"), *range(length), new(1), Loud("last"), 1.5, 2**100, b"ab" * 400, "x" * 1000]), "mixed")

shared = Loud("shared")
end(lambda: [[Loud("inner 1"), shared], (Loud("inner 2"), shared, new(3)), shared], "nested")
del shared
print("shared is gone")
shared = Loud("shared")
nest = [Pair(Loud("a"), shared), [shared, Loud("b"), new(1)], (Loud("c"), new(2), shared), [shared], shared]
del shared
end(lambda: nest.clear(), "cleared")

# The same object at several places, and the counts of what lives on.
word = new(7)
base = sys.getrefcount(word)
lists = [[word] * 3, (word, 1, word), [word, [word], (word,), None], [word] * 100]
print(sys.getrefcount(word) - base)
del lists
print(sys.getrefcount(word) - base)
twice = [Loud("twice")] * 2
end(lambda: twice.pop(), "popped")
del twice
print()
only = [new(1)] * 5
del only

# A list that holds itself is left to the collector, with what it holds.
ring = [new(1), Loud("in a ring"), new(2)]
ring.append(ring)
del ring
print("collected", gc.collect() > 0)

# Deep ones do not use the stack.
deep = ()
for i in range(200_000):
    deep = (new(i), deep, new(i)) if i % 2 else [new(i), deep, new(i)]
del deep
print("deep")
