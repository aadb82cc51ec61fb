import heapq
import random


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


h = []
for x in [5, 1, 8, 3, 9, 2, 7]:
    heapq.heappush(h, x)
print(h, h[0], heapq.heappop(h), h)
print(heapq.heappushpop(h, 0), heapq.heappushpop(h, 100), h, heapq.heapreplace(h, 4), h)
data = [9, 4, 7, 1, 0, 3, 8]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(7)])
print(heapq.nlargest(3, [1, 8, 2, 23, 7, -4]), heapq.nsmallest(3, [1, 8, 2, 23, 7, -4]), heapq.nlargest(0, [1]), heapq.nsmallest(10, [2, 1]))
words = ["banana", "fig", "apple", "kiwi", "cherry"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(2, words, key=len), heapq.nsmallest(1, words), heapq.nlargest(1, []))
print(heapq.nsmallest(3, iter([3, 3, 1, 1, 2])), heapq.nlargest(3, (x for x in [True, 1, 0, 1.0])), heapq.nsmallest(-1, [1, 2]))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])), list(heapq.merge([5, 3, 1], [4, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
print(list(heapq.merge()), list(heapq.merge([1, 2])), list(heapq.merge([], [1], [])))
tasks = []
for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks) for _ in range(4)])
for call in [
    lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1), lambda: heapq.heappush((), 1),
    lambda: heapq.heapify(5), lambda: heapq.heappop(None), lambda: heapq.heapify([1, "a"]), lambda: heapq.heappush([1], "a"),
    lambda: heapq.heappush([1]), lambda: heapq.nlargest("a", [1]), lambda: list(heapq.merge([1], ["a"])),
]:
    show(call)
rng = random.Random(7)
values = [rng.randrange(1000) for _ in range(500)]
heap = list(values)
heapq.heapify(heap)
print(all(heap[i] <= heap[c] for i in range(500) for c in (2 * i + 1, 2 * i + 2) if c < 500))
print([heapq.heappop(heap) for _ in range(500)] == sorted(values), heapq.nlargest(20, values) == sorted(values, reverse=True)[:20])
print(heapq.nsmallest(30, values, key=lambda v: -v) == sorted(values, key=lambda v: -v)[:30])


class Item:
    def __init__(self, n, log):
        self.n, self.log = n, log

    def __lt__(self, other):
        self.log.append((self.n, other.n))
        return self.n < other.n


log = []
items = [Item(n, log) for n in (4, 2, 3, 1)]
heapq.heapify(items)
print(log, [i.n for i in items])
log.clear()
heapq.heappush(items, Item(0, log))
print(log, heapq.heappop(items).n, log)


class Shrinks:
    def __init__(self, target):
        self.target = target

    def __lt__(self, other):
        self.target.clear()
        return True


t = []
t.extend(Shrinks(t) for _ in range(4))
show(lambda: heapq.heapify(t))
m = [3, 1, 2]
heapq._heapify_max(m)
print(m, heapq._heappop_max(m), heapq._heapreplace_max(m, 0), m)
