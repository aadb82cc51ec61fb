# Every method of set and frozenset: results as sorted lists, what changes, refusals.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def show(value):
    return sorted(value, key=repr) if isinstance(value, (set, frozenset)) else value


s = {1, 2, 3}
print(s.add(4), s.add(1), s.discard(9), s.remove(4), attempt(s.remove, 9), attempt(s.remove, []), attempt(s.add, []), show(s), s.copy() == s, s.copy() is s, len(s))
print(show(s.union([5], (6,))), show(s.union()), show(s.intersection([1, 2], {2})), show(s.difference([1], [2])), show(s.symmetric_difference([3, 4])), s.isdisjoint([9]), s.issubset(range(9)), s.issuperset([1]), attempt(s.union, 5), attempt(s.issubset, 5))
print(show(s | {9}), show(s & {1, 9}), show(s - {1}), show(s ^ {1, 9}), attempt(lambda: s | [1]), attempt(lambda: [1] & s), s < {1, 2, 3, 4}, s <= {1, 2, 3}, s > set(), s == frozenset(s), s != [1, 2, 3], attempt(lambda: s < [1]))
t = set(s)
print(t.update([7], "a"), show(t), t.intersection_update([1, 7, "a"]), show(t), t.difference_update([7]), show(t), t.symmetric_difference_update([1, 2]), show(t), t.clear(), t, attempt(t.pop), attempt(t.update, 5), attempt(t.intersection_update, 5))
t |= {1, 2}
t &= {2, 3}
t ^= {5}
t -= {2}
print(show(t), t.pop(), t, set("hello") == set("ehlo"), show(set([1, 1.0, True])), attempt(set, 5), attempt(set, [[]]), attempt(set, 1, 2), attempt(hash, s), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "x"}[frozenset([1])])
f = frozenset([1, 2])
print(show(f | {3}), type(f | {3}), type({3} | f), type(f.union([1])), f.copy() is f, frozenset(f) is f, attempt(lambda: f.add(1)), frozenset(), repr(frozenset([1])), {frozenset([1])} == {frozenset([1])}, {1} in [{1}], {1} in {frozenset([1])}, attempt(lambda: [] in f))


class Own(set):
    pass


o = Own([1])
o.note = "x"
print(o, type(o | {2}), type(o.copy()), type({2} | o), o.note, o == {1}, set[int], repr(Own()), o.__contains__(1), o.__len__(), {1}.__or__(5), {1}.__eq__(5), {1}.__lt__({1, 2}), [x for x in {5}], {n % 3 for n in range(9)} == {0, 1, 2})
