from collections import OrderedDict, ChainMap, Counter, defaultdict, UserDict, UserList, UserString, namedtuple, deque
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict(zip("abc", range(3)))
o.move_to_end("a"); print(o, list(reversed(o)), o.popitem(last=False), o.popitem()); o["z"] = 1; o["a"] = 9
print(o == OrderedDict(a=9, z=1), o == dict(a=9, z=1), o == OrderedDict(z=1, a=9), o != {}, OrderedDict(a=1) == {"a": 1.0})
t(lambda: OrderedDict().popitem()); t(lambda: o.move_to_end("none")); t(lambda: OrderedDict(1)); t(lambda: OrderedDict({}, {})); t(lambda: o.pop("q")); t(lambda: o.pop("q", 5))
def change():
    for k in o: o[k + "x"] = 1
t(change)
print(repr(OrderedDict(a=OrderedDict())), o | {"n": 1}, {"n": 1} | o, type({"n": 1} | o).__name__, o.__reduce__()[0].__name__, copy.copy(o), copy.deepcopy(o) == o, OrderedDict.fromkeys("ab", 0), list(o.keys()), list(reversed(o.items())))
o["self"] = o; print(o); del o["self"]
class Logged(OrderedDict):
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
    def __missing__(self, k): return k * 2
l = Logged(a=1); l.update(b=2); print(l["zz"], l, l.setdefault("c", 3), l.copy())
c = ChainMap({"a": 1}, {"a": 2, "b": 3}); child = c.new_child({"c": 4}); child["a"] = 0
print(child, child["b"], len(child), list(child), child.parents is not c, child.parents == c, "b" in child, child.get("q", 7), child.maps[0], dict(child), bool(ChainMap()), ChainMap().maps)
t(lambda: child["q"]); t(lambda: child.pop("b")); t(lambda: child.popitem()); t(lambda: ChainMap().popitem()); t(lambda: child.__delitem__("b"))
print(c | {"z": 1}, {"z": 1} | c, c.new_child(z=9), ChainMap.fromkeys("ab", 1), copy.copy(c).maps[1] is c.maps[1], child.__missing__ is not None); c |= {"y": 1}; print(c)
n = Counter("mississippi"); print(n, n.most_common(2), n.most_common(), sorted(n.elements()), n["none"], n.total(), "none" in n)
print(n + Counter("miss"), n - Counter("miss"), n & Counter("mmss"), n | Counter("mmmx"), +Counter(a=1, b=-1, c=0), -Counter(a=1, b=-1), n == Counter(n), n >= Counter("is"), n < Counter("m"), Counter(a=0) == Counter())
n.subtract("mm"); print(n["m"]); n.update(m=5, q=1); n.update({"m": 1}); print(n["m"], n["q"]); del n["absent"]; t(lambda: Counter.fromkeys("ab")); t(lambda: Counter(1)); t(lambda: Counter(a="x") + Counter(a=1)); t(lambda: Counter("ab", "c")); print(Counter(a="x", b=2) if False else Counter([1, 1.0, True]), repr(Counter()), Counter(x=None).most_common() if False else "")
d = defaultdict(list); d["a"].append(1); print(d, d.default_factory, d.get("zz"), d == {"a": [1]}, d | {"b": 2}, type({} | d).__name__, copy.copy(d), d.__reduce__()[1]); d.default_factory = None; t(lambda: d["q"]); t(lambda: defaultdict(5)); print(repr(defaultdict(lambda: 0))[:24], defaultdict(None, a=1))
class Up(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = Up(a=1); u.update(b=2); print(u, u.data, "A" in u, u | {"c": 3}, u.copy(), len(u)); t(lambda: u["a"]); u2 = UserDict({"k": 1}); print(u2 == {"k": 1}, u2.pop("k"), u2)
ul = UserList([3, 1]); ul += [2]; ul.sort(); print(ul, ul[0:2], type(ul[0:2]).__name__, ul + [4], [0] + ul, ul * 2, ul == [1, 2, 3], ul < [2], ul.data, 3 in ul, ul.index(2), list(reversed(ul)))
us = UserString("abc"); print(us + "d", "x" + us, us.upper(), us[1], us == "abc", hash(us) == hash("abc"), us % (), us.center(7, "*"), us.encode(), "b" in us, us * 2, int(UserString("5")), us.split("b"), repr(us))
P = namedtuple("P", "x y", defaults=[0]); p = P(1); print(p, p._replace(y=5), p._asdict(), P._fields, P._field_defaults, P._make([7, 8]), p == (1, 0), p.x, p[1], P.__doc__, P.x.__doc__, P.__match_args__, copy.replace(p, x=3), p.__getnewargs__())
for args in (("P", "a a"), ("P", "_a"), ("P", "class"), ("P", "1a"), ("1P", "a"), ("P", "a", )): t(lambda: namedtuple(*args))
t(lambda: namedtuple("P", "a b", defaults=[1, 2, 3])); t(lambda: namedtuple("P", "a class _b a", rename=True)._fields); t(lambda: P()); t(lambda: P(1, 2, 3)); t(lambda: p._replace(z=1)); t(lambda: P._make([1])); t(lambda: setattr(p, "x", 1)); t(lambda: P(1, y=2, z=3))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q.index(2), q.count(9), q[-1], q * 2, q + deque([9]), q.copy(), q == deque([0, 2, 3]), reversed(q).__length_hint__()); q.rotate(-1); print(q); t(lambda: q.insert(1, 5)); t(lambda: q.index(99)); t(lambda: q.remove(99)); t(lambda: deque().pop()); t(lambda: deque(maxlen=-1)); t(lambda: q[5]); t(lambda: q + [1]); t(lambda: deque([1]) < [2]); t(lambda: deque([1]) < deque([2])); q.extendleft("ab"); print(q)
