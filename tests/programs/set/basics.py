def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = {3, 1, 2}
print(s, len(s), 1 in s, 9 in s, set(), frozenset(), frozenset([1]), {(), (1,)} == {(1,), ()})
attempt(s.add, 5)
attempt(s.add, [])
attempt(s.add)
attempt(s.discard, 99)
attempt(s.discard, [])
attempt(s.remove, 99)
attempt(s.remove, [])
attempt(s.remove, {1})
attempt(s.remove, "x")
attempt(set().pop)
attempt(set, 5)
attempt(set, [1], [2])
attempt(set, x=1)
attempt(frozenset, 5)
attempt(frozenset, x=1)
attempt(frozenset, [1], [2])
attempt(hash, s)
attempt(lambda: {[]})
attempt(lambda: [] in s)
attempt(lambda: s | [1])
attempt(lambda: s & [1])
attempt(lambda: s - 1)
attempt(lambda: s ^ None)
attempt(lambda: s < [1])
attempt(lambda: s + s)
attempt(lambda: s[0])
attempt(s.union, [7], (8,), {9: 0}, "a", range(2))
attempt(s.intersection, [1, 2, 77], {1})
attempt(s.difference, [1], [2])
attempt(s.symmetric_difference, [1, 77])
attempt(s.symmetric_difference)
attempt(s.union, 5)
attempt(s.issubset, range(10))
attempt(s.issuperset, [1])
attempt(s.isdisjoint, [4])
attempt(s.isdisjoint, [1])
attempt(s.isdisjoint, 5)
s.update([10], (11,))
s.difference_update([10], [1])
s.intersection_update(range(12), range(2, 20))
s.symmetric_difference_update([2, 50])
print(sorted(s))
s |= {1}
s &= {1, 2, 3}
s -= {3}
s ^= {1, 8}
print(sorted(s))
try:
    s |= [1]
except TypeError as e:
    print(e)
f = frozenset([1, 2])
g = f
f |= {3}
print(sorted(f), sorted(g), type(f).__name__)
attempt(lambda: f.add(1))
print({1} in {frozenset([1])}, {frozenset([1]): "x"}[frozenset([1])])
d = {frozenset([1]), 2}
d.discard({1})
print(d, {1} == frozenset([1]), frozenset([1]) == {1}, {1} != {2})
s.clear()
print(s, bool(s), bool({0}))
