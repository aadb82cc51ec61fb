d = {}
for k in ("z", "a", "m", 3, 1, 2):
    d[k] = len(d)
print(list(d), list(d.values()))
del d["a"]
d["a"] = "again"
d["z"] = "changed"
print(d)
for i in range(100):
    d[i] = i
for i in range(0, 100, 2):
    del d[i]
print(list(d)[:10], len(d))
print(list(reversed(d))[:5], list(reversed(d.values()))[:3], list(reversed(d.items()))[:2])
print(d.popitem(), d.popitem(), len(d))
e = dict(d)
print(list(e) == list(d), e == d, e is d)
print(dict(reversed(list(e.items()))) == e)
x = {"b": 1, "a": 2}
y = {"a": 2, "b": 1}
print(x == y, list(x) == list(y))
q = {}
for i in range(1000):
    q[i] = i
    if i >= 3:
        del q[next(iter(q))]
print(q)
