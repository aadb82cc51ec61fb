import copy
import weakref


class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"


def attempt(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


a, b, c = V(1), V(2), V(3)
d = weakref.WeakValueDictionary(a=a, b=b)
d["c"] = c
print(len(d), sorted(d), dict(d), list(d.items()), list(d.values()), d["a"], "b" in d, "z" in d)
print([r().n for r in d.valuerefs()], [r().n for r in d.itervaluerefs()])
print(d.get("a"), d.get("z"), d.get("z", 5), d.setdefault("a", c), d.setdefault("new", c), len(d))
for source in ["d['z']", "d.pop('z')", "d.pop('z', 7)", "d.pop('new')", "d.__delitem__('z')", "d.__setitem__('q', 1)"]:
    attempt(source)
del b
print(list(d), len(d), d.get("b"))
d["b"] = V(9)
print("b" in d)
e = copy.copy(d)
f = copy.deepcopy(d)
print(e == d, e is d, type(e).__name__, dict(f), d.copy()["c"] is c)
print(dict(d | {"x": a}), dict({"x": a, "a": c} | d))
d |= {"y": c}
print(list(d))
for k in d:
    if k == "a":
        del a
print(list(d), len(d))
print(d.popitem())
d.clear()
print(len(d), list(d))
attempt("d.popitem()")
items = [V(i) for i in range(5)]
d.update(enumerate(items))
seen = []
for key, value in d.items():
    items.clear()
    seen.append(key)
    del value
print(seen, len(seen))
print(list(d.items()))
d.update({1: c}, k=c)
print(dict(d))
big = weakref.WeakValueDictionary((i, V(i)) for i in range(1000))
print(len(big))
