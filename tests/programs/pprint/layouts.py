from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr
from types import SimpleNamespace

pprint([1, 2, 3])
pprint({"b": 1, "a": [1, 2]})
pprint({"key" * 5: list(range(30)), "nested": {"x": {"y": ["long string " * 5, "other " * 8]}}})
pprint(["word" * 5] * 6, width=30)
pprint({"b": 1, "a": 2}, sort_dicts=False)
pp({"b": 1, "a": 2})
pprint([[1, [2, [3, [4]]]]], depth=2)
pprint(list(range(60)), compact=True, width=40)
pprint(("a" * 30, "b" * 30, "c" * 30))
pprint({1, 3, 2})
pprint(frozenset("abc"))
pprint(set(range(40)), width=30)
pprint("a long text that has to be broken into several pieces because it does not fit " * 2)
pprint({"text": "line one\nline two\nline three " + "x" * 60})
pprint(b"bytes " * 20)
pprint(OrderedDict([("k%d" % i, "v" * i) for i in range(8)]))
pprint(defaultdict(list, {"a" * 20: [1] * 10, "b" * 20: [2] * 10}))
pprint(Counter("abracadabra" * 3))
pprint(deque(range(50)), width=50)
pprint(SimpleNamespace(a=1, long="x" * 40, other="y" * 40))


@dataclass
class Point:
    x: int
    label: str


pprint(Point(1, "short"))
pprint([Point(i, "label " * 6) for i in range(3)])
loop = [1]
loop.append(loop)
print(isrecursive(loop), isreadable(loop), isreadable([1, "a"]), saferepr({"b": 1, "a": 2}))
print(pformat({"a": 1}), pformat([1] * 5, indent=4, width=10), pformat(123456789, underscore_numbers=True))
PrettyPrinter(indent=3, width=25).pprint({"one": 1, "two": [2, 22, 222], "three": (3,)})
pprint([])
pprint({})
pprint(())
pprint((1,))
pprint(range(5))
pprint({(1, 2): "t", "s": None, 3: 1.5})
