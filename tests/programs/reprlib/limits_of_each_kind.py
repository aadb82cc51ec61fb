import reprlib, itertools
r = reprlib.Repr()
for v in ([1] * 20, (1,) * 20, {i for i in range(20)}, dict.fromkeys(range(10), "v"), "x" * 100, 10 ** 100, [[[[[[[[1]]]]]]]], frozenset(range(3)), __import__("collections").deque(range(9)), b"y" * 80, 1.5, None, [], {}, set(), "short", {"b": 1, "a": 2}, range(100), [1, "two" * 20]): print(r.repr(v))
r.maxlist, r.maxstring, r.maxdict, r.maxlevel, r.maxlong, r.maxother, r.fillvalue = 2, 12, 1, 2, 10, 10, "~"
for v in ([1, 2, 3], "x" * 50, {1: 2, 3: 4}, [[[1]]], 10 ** 30, object, {1, 2, 3, 4, 5, 6, 7}): print(r.repr(v))
print(reprlib.Repr(indent=2).repr([1, {"a": (1, 2)}])); print(reprlib.Repr(indent="->").repr({"k": [1]})); print(reprlib.Repr(maxtuple=1, indent=1).repr((1, 2)))
class L(list):
    @reprlib.recursive_repr("<again>")
    def __repr__(self): return "L(" + ", ".join(map(repr, self)) + ")"
l = L([1]); l.append(l); print(l, l.__repr__.__name__ if hasattr(l.__repr__, "__name__") else "")
class Mine(reprlib.Repr):
    def repr_int(self, x, level): return f"int:{x}"
    def repr_L(self, x, level): return f"L at {level}"
print(Mine().repr([1, L(), "a"])); print(reprlib.repr([1] * 10), reprlib.aRepr.maxlist)
class Bad:
    def __repr__(self): raise ValueError
print(reprlib.repr(Bad()).startswith("<Bad instance at 0x"))
try: print(reprlib.Repr(indent=1.5).repr([1]))
except TypeError as e: print(e)
