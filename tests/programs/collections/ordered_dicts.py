from collections import OrderedDict


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


od = OrderedDict(a=1, b=2, c=3, d=4)
od.move_to_end("a")
print(od)
od.move_to_end("c", last=False)
print(od, list(od), list(reversed(od)))
print(od.popitem(), od.popitem(last=False), od)
od["z"] = 0
od["b"] = "same place"
print(od, od.keys(), od.values(), od.items(), list(reversed(od.items())))
print(OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict([(1, 2), (3, 4)]) == {3: 4, 1: 2})
print(OrderedDict(), OrderedDict.fromkeys("abc", 0), od.copy() == od, od | {"n": 1}, {"n": 1} | od)
od |= [("k", "v")]
print(od, od.pop("k"), od.pop("k", "default"), od.setdefault("s", 1), od.setdefault("s", 2))
for call in [
    lambda: od.pop("nope"), lambda: od.move_to_end("nope"), lambda: OrderedDict().popitem(), lambda: OrderedDict(1),
    lambda: OrderedDict([1]), lambda: OrderedDict(1, 2), lambda: od["nope"], lambda: od.update(1), lambda: od.update({}, {}),
    lambda: OrderedDict([(1,)]), lambda: OrderedDict([(1, 2, 3)]), lambda: hash(od), lambda: od | 3,
]:
    show(call)
it = iter(od)
next(it)
od["new"] = 1
show(lambda: next(it))
it = iter(od.items())
next(it)
od["new"] = 2
print(next(it))
for k in od:
    od[k] = k
print(od)


class LRU(OrderedDict):
    def __init__(self, size):
        self.size = size
        super().__init__()

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


cache = LRU(3)
for k in "abcd":
    cache[k] = k.upper()
cache["b"]
cache["e"] = "E"
print(list(cache), cache.size, cache.__dict__)
queue = OrderedDict((i, i) for i in range(1000))
total = 0
while len(queue) > 500:
    k, _ = queue.popitem(last=False)
    total += k
    if k % 2:
        queue.move_to_end(next(reversed(queue)), last=False)
print(total, len(queue), next(iter(queue)), next(reversed(queue)))
front = OrderedDict()
for i in range(300):
    front[i] = i
    front.move_to_end(i, last=False)
print(list(front)[:5], list(front)[-3:], front[150], 299 in front, len(front))
for i in range(0, 300, 2):
    del front[i]
front.move_to_end(1, last=False)
print(list(front)[:3], len(front), front == OrderedDict(front))
r = OrderedDict()
r["self"] = r
print(r)
od.attribute = 5
print(od.attribute, od.__reduce__()[2], type(od.keys()).__name__, type(iter(od)).__name__)
print(sorted(od.keys() & {"b", "z"}), od.keys() == set(od), OrderedDict[int, str])
od.clear()
print(od, len(od))
