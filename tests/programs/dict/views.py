d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["d"] = 4
print(k, v, i)
print("a" in k, 4 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, ("a",) in i)
print(sorted(k & {"a", "z"}), sorted(k | ["z"]), sorted(k - {"a"}), sorted(k ^ {"a", "q"}))
print(sorted({"a", "z"} & k), sorted(["z"] | k), sorted({"a", "q"} - k), sorted("aq" ^ k))
print(sorted(i & [("a", 1), ("b", 9)]), sorted(i - {("a", 1)}))
print(k == {"a", "b", "c", "d"}, k <= {"a", "b", "c", "d", "e"}, k < k, k >= {"a"}, k > {"a"}, k != d, k == d.keys())
print(i == {("a", 1), ("b", 2), ("c", 3), ("d", 4)}, v == v, v == d.values())
print(k.isdisjoint("xyz"), k.isdisjoint("xa"), i.isdisjoint([("a", 1)]), k.isdisjoint(k), {}.keys().isdisjoint({}.keys()))
for f in (
    lambda: k & 5,
    lambda: hash(k),
    lambda: k < [1],
    lambda: k + k,
    lambda: k[0],
    lambda: v[0],
    lambda: {1: []}.items() | {1},
    lambda: k.add("x"),
    lambda: v & v,
):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, type(iter(v)).__name__)
print(type(iter(i)).__name__, type(reversed(k)).__name__, type(reversed(v)).__name__, type(reversed(i)).__name__)
print(k.mapping, type(k.mapping).__name__, k.mapping["a"])
r = {}
r["v"] = r.values()
print(r)
print([x for x in k], dict(i) == d, dict(zip(k, v)) == d)
