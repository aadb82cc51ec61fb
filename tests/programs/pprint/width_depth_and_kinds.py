import pprint, collections, types, dataclasses, io
def p(v, **k): pprint.pprint(v, **k)
data = {"name": "ant", "list": list(range(30)), "nested": {"a": {"b": {"c": [1, 2]}}}, "text": "the quick brown fox jumps over the lazy dog " * 3, (1, "t"): {3, 1, 2}}
p(data); p(data, width=40); p(data, depth=2); p(data, compact=True, width=50); p(data, indent=4, width=30); p(data, sort_dicts=False, width=60)
p([]); p({}); p(()); p((1,)); p(set()); p(frozenset([3, 1])); p([[]] * 3, width=5); p({1: {2: {3: 4}}}, width=8); p("a" * 100, width=30); p(["x y z " * 10], width=20); p(b"bytes " * 20, width=30); p(12345678901234567890, underscore_numbers=True); p({10**6: 10**7}, underscore_numbers=True)
p(collections.OrderedDict(zip("abc", ["long value " * 3] * 3)), width=30); p(collections.defaultdict(list, a=[1] * 20), width=20); p(collections.Counter("abracadabra"), width=10); p(collections.deque(range(20), 25), width=20); p(collections.ChainMap({"a": 1}, {"b": "x" * 30}), width=20); p(collections.UserDict(a="x" * 50), width=20); p(collections.UserList(range(20)), width=20); p(collections.UserString("uu " * 20), width=20); p(types.SimpleNamespace(a="x" * 30, b=[1] * 20), width=30); p(types.MappingProxyType({"k": "v" * 40}), width=20)
@dataclasses.dataclass
class D: name: str; items: list; inner: object = None; hidden: int = dataclasses.field(default=1, repr=False)
p(D("n" * 20, list(range(15)), D("i", [])), width=40); N = collections.namedtuple("N", "aa bb"); p(N("x" * 40, "y" * 40), width=30)
r = [1]; r.append(r); print(pprint.isrecursive(r), pprint.isreadable(r), pprint.isreadable([1]), pprint.isreadable(len), pprint.saferepr({"b": 1, "a": [2]}), pprint.pformat([1, 2], width=3))
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K{self.n}"
p({K(2): 1, K(1): 2, 3: 4, "s": 5, None: 6}, width=20); p({2: 1, "a": 2, 1.5: 3, None: 4, b"x": 5}); p([K(i) for i in range(12)], width=20); p({(2, 1), (1, 2)}); o = io.StringIO(); pprint.pp({"z": 1, "a": 2}, o); print(o.getvalue(), end=""); pr = pprint.PrettyPrinter(width=20, indent=2, depth=1); pr.pprint([1, [2]]); print(pr.pformat({"a": [1]}), pr.format([1], {}, 0, 0))
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try: pprint.PrettyPrinter(**bad)
    except ValueError as e: print(e)
try: pprint.PrettyPrinter(compact=True, stream=None, sort_dicts=True, nope=1)
except TypeError as e: print(e)
