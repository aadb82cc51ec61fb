import pprint, types, collections
from dataclasses import dataclass, field
from collections import *
P = pprint.pprint


@dataclass
class D:
    a: int
    b: list
    c: str = field(default="x", repr=False)
loop = [1]; loop.append(loop)
data = {"name": "A long enough name to wrap", "values": list(range(30)), "nested": {"k%d" % i: {"x": [i] * 5, "y": "text " * i} for i in range(4)}, 3: None, (1, 2): {4, 2, 9}}
objects = [data, [], {}, (), (1,), set(), frozenset([3, 1, 2]), "short", "word " * 40, "line one\nline two " * 10, b"bytes" * 40, bytearray(b"ab" * 50), list(range(100)), [[1, 2, [3, 4, [5, 6, [7]]]]] * 4, {i: i ** 10 for i in range(12)}, types.SimpleNamespace(alpha="x" * 50, beta=list(range(20)), g=1), types.MappingProxyType({"a" * 30: 1, "b" * 30: 2}), OrderedDict((("k%d" % i), i) for i in range(15)), defaultdict(list, {"abc" * 5: [1] * 20, "d": [2]}), Counter("abracadabra simsalabim hocus pocus fidibus"), deque(range(50)), deque(range(40), maxlen=45), ChainMap({"a" * 40: 1}, {"b" * 40: 2}), UserDict({"x" * 40: 1, "y" * 40: 2}), UserList(range(40)), UserString("text " * 30), D(1, list(range(40))), [D(1, [D(2, ["x" * 70])])], {"b": 1, "a": [1, "mixed", None, (2.5, True)], 1: "int key"}, 10 ** 30, 3.5, None, [10 ** 9, 123456789], "x" * 200, ["x" * 100], ("a" * 50, "b" * 50), {frozenset([1]): "f" * 80}, [{"a": 1}] * 12, {"k": "long " * 30}, OrderedDict(), Counter(), deque(), defaultdict(int)]
for o in objects:
    for kw in [{}, {"width": 40}, {"width": 30, "compact": True}, {"indent": 4, "width": 50}, {"depth": 2}, {"sort_dicts": False, "underscore_numbers": True}, {"width": 1}]:
        print(pprint.pformat(o, **kw))
pprint.pp({"z": 1, "a": 2}); P([loop][0] is None)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.isreadable(object()), pprint.saferepr({"b": 1, "a": 2}), "Recursion on list" in pprint.pformat(loop), pprint.PrettyPrinter().isreadable(data), pprint.PrettyPrinter().isrecursive(loop))
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try: pprint.PrettyPrinter(**bad)
    except ValueError as e: print(e)
