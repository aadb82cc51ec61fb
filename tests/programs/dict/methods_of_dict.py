# Every dict method: order, defaults, views, merging, and refusals.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 5), d.setdefault("c", 3), d.setdefault("a", 9), d.setdefault("n"), d, d.pop("n"), attempt(d.pop, "zz"), d.pop("zz", None), d.popitem(), d)
print(d.update({"x": 1}), d.update(y=2), d.update([("z", 3), "kv"]), d.update(), d.update({"a": 0}, a=100), d, attempt(d.update, 5), attempt(d.update, [1]), attempt(d.update, ["abc"]), attempt(d.update, 1, 2), attempt(d.update, [("a",)]))
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), attempt(dict.fromkeys, 5), attempt(dict.fromkeys), dict(a=1), dict([("a", 1)], b=2), dict({"a": 1}), dict(zip("ab", [1, 2])), attempt(dict, 5), attempt(dict, [1]), attempt(dict, {}, {}))
print(d | {"a": 5}, {"a": 5} | d, attempt(lambda: d | [("a", 1)]), attempt(lambda: [1] | d), d == dict(d), d == 5, attempt(lambda: d < {}), "a" in d, attempt(lambda: [] in d), attempt(lambda: d["none"]), attempt(lambda: d[[]]), len(d))
d |= [("new", 1)]
del d["new"]
print(list(d), list(reversed(d)), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d.items())), attempt(d.__delitem__, "q"), d.copy() == d, d.copy() is d, d.clear(), d, attempt(d.popitem))
k = {"a": 1, "b": 2}.keys()
i = {"a": 1, "b": []}.items()
print(k & {"a"}, k | {"z"} >= k, k - ["a"], sorted(k ^ {"a", "c"}), k.isdisjoint("xy"), k == {"a", "b"}, k < {"a", "b", "c"}, "a" in k, ("a", 1) in i, ("b", []) in i, "x" in i, attempt(lambda: i & {1}), repr(k), repr(i), k.mapping, attempt(lambda: k + k))
d = {1: "a"}
print(attempt(lambda: [d.setdefault(n + 1) for n in d]), attempt(lambda: [d.pop(n) for n in list(d)]), d, {1: "a", 1.0: "b", True: "c"}, {**{"a": 1}, "a": 2}, attempt(lambda: dict(**{"a": 1}, **{"a": 2})))


class Counting(dict):
    def __missing__(self, key):
        return f"missing {key}"


c = Counting(a=1)
print(c["a"], c["zz"], c.get("zz"), "zz" in c, type(c.copy()), type(c | {}), type(Counting.fromkeys("a")), c, {"self": c})
loop = {}
loop["me"] = loop
print(loop, {"k": [loop]}, attempt(hash, loop), dict[str, int], {}.__class_getitem__(int), {"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"), {"a": 1}.__or__(5), {"a": 1}.__eq__(5))
