from collections import defaultdict


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), len(d), "c" in d, d.get("c"), d == {"a": [1, 3], "b": [2]})
c = defaultdict(int)
for ch in "mississippi":
    c[ch] += 1
print(c, sorted(c.items()), max(c, key=c.get))
print(defaultdict(None, {1: 2}), defaultdict(int, a=1), defaultdict(list, [(1, [2])]), defaultdict())
print(d.default_factory, d.copy(), d.__copy__().default_factory)
d.default_factory = None
show(lambda: d["new"])
show(lambda: defaultdict(1))
show(lambda: defaultdict(int, 1))
show(lambda: defaultdict()["k"])
show(lambda: defaultdict(lambda: 1 / 0)["k"])
print(c | {"z": 1}, {"z": 1} | c)
c |= {"y": 2}
print(c["y"], type(c | {}).__name__)
show(lambda: c | [1])


class Log(defaultdict):
    def __missing__(self, key):
        print("missing", key)
        return super().__missing__(key) if self.default_factory else key * 2


print(Log(int)["x"], Log()["ab"], Log(int))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(dict(t["a"]["b"]), list(t), t["a"].keys())
print(defaultdict.fromkeys("ab", 1), c.pop("y"), c.setdefault("q", 9), c.popitem(), len(tree()))
r = defaultdict(lambda: None)
r["self"] = r
print(repr(r).count("defaultdict"), repr(r).endswith("{...})})"))
del d.default_factory
print(d.default_factory, defaultdict(list).__reduce__()[:2], defaultdict[str, int])
show(lambda: defaultdict(list)[[]])
seen = []


def factory():
    seen.append(1)
    return len(seen)


n = defaultdict(factory)
print(n[1], n[1], n[2], n.get(3), seen)
