import copy
import weakref


class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K({self.n})"
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
    def __hash__(self): return hash(self.n)


def attempt(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


a, b, c = K(1), K(2), K(3)
d = weakref.WeakKeyDictionary({a: "a", b: "b"})
d[c] = "c"
print(len(d), list(d), list(d.items()), list(d.values()), list(d.keys()), d[K(2)], a in d, K(9) in d, 1 in d)
print([r().n for r in d.keyrefs()], d.get(a), d.get(K(9)), d.get(K(9), 5), d.setdefault(a, "z"), d.pop(c), len(d))
for source in ["d[K(9)]", "d[1]", "d.pop(K(9), 3)", "d.__delitem__(K(9))", "d.__setitem__(1, 1)", "d.get(1)"]:
    try:
        eval(source)
        print(source, "fine")
    except Exception as e:
        print(source, type(e).__name__, str(e)[:8])
e, f = copy.copy(d), copy.deepcopy(d)
print(e == d, type(f).__name__, dict(f))
del b
print(list(d), len(d), dict(e))
d |= {c: 1}
print(dict(d), dict(d | {a: 2}))
print(d.popitem(), len(d))
keys = [K(i) for i in range(10, 15)]
d.update((k, k.n) for k in keys)
for k in d:
    keys.clear()
    del k
    break
print(list(d))

s = weakref.WeakSet([a, c])
x = K(7)
s.add(x)
print(len(s), sorted(k.n for k in s), a in s, K(7) in s, 5 in s)
print(sorted(k.n for k in s & {a, x}), sorted(k.n for k in s - {a}), sorted(k.n for k in s | {c}), sorted(k.n for k in s ^ {a}))
print(s >= {a}, s > {a}, s <= {a}, s == weakref.WeakSet([a, c, x]), s == 1, s.isdisjoint([K(8)]), s < weakref.WeakSet([a, c, x, e]) if False else "")
del x
print(len(s))
s.discard(a)
attempt("s.remove(a)") if False else None
try:
    s.remove(a)
except KeyError as error:
    print("KeyError", type(error.args[0]).__name__)
t = s.copy()
t.update([a])
print(len(s), len(t), s < t, t.pop() in (a, c))
t.clear()
attempt("t.pop()")
attempt("s.add(1)")
members = [K(i) for i in range(20, 25)]
s = weakref.WeakSet(members)
seen = 0
for m in s:
    del m
    members.clear()
    seen += 1
print(seen, len(s), list(s))
s |= {a, c}
s -= {a}
s ^= {a}
s &= {a}
print(list(s), repr(weakref.WeakSet()))
