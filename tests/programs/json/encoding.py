import json


class N(int):
    def __repr__(self):
        return "not this"


class F(float):
    def __repr__(self):
        return "not this"


L = []
L.append(L)
D = {}
D["a"] = D
for make in (
    lambda: json.dumps([1, -2, 10**30, 1.5, -0.0, 1e300, True, False, None, "x"]),
    lambda: json.dumps({"a": [1, {"b": ()}], "c": {}, "d": []}),
    lambda: json.dumps({1.5: 1, None: 2, True: 3, 5: 4, "k": 5}),
    lambda: json.dumps([N(5), F(1.5)]),
    lambda: json.dumps("é\x7f\x00\n\t\"\\/\u2028𝄞\ud800"),
    lambda: json.dumps("é\x7f\x00\n𝄞", ensure_ascii=False),
    lambda: json.dumps([float("nan"), float("inf"), -float("inf")]),
    lambda: json.dumps(float("nan"), allow_nan=False),
    lambda: json.dumps({"a": [1, {"b": 2}], "c": [], "d": {}}, indent=2),
    lambda: json.dumps([[1], {"z": 1, "a": 2}], indent="\t", sort_keys=True),
    lambda: json.dumps([1, [2]], indent=0),
    lambda: json.dumps({"b": [1, 2], "a": 1}, separators=(",", ":"), sort_keys=True),
    lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True),
    lambda: json.dumps({(1,): 2, "ok": 3}, skipkeys=True),
    lambda: json.dumps({(1,): 2}),
    lambda: json.dumps(L),
    lambda: json.dumps(D),
    lambda: json.dumps(object(), default=lambda o: o),
    lambda: json.dumps(object()),
    lambda: json.dumps({1, 2}),
    lambda: json.dumps(b"x"),
    lambda: json.dumps({"s": {3, 1}}, default=sorted),
    lambda: json.dumps(1, cls=5),
    lambda: json.dumps([1], foo=1),
    lambda: json.dumps([1], separators=5),
    lambda: json.dumps(),
    lambda: json.dumps("a" * 3 + "\u0001"),
    lambda: json.dumps({"deep": [[[[[[]]]]]]}),
    lambda: len(json.dumps(list(range(5000)))),
):
    try:
        print(ascii(make()))
    except Exception as e:
        print(type(e).__name__, e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2), Point(Point(0, 0), None)], cls=PointEncoder))
try:
    PointEncoder().encode(Point(set(), 1))
except TypeError as e:
    print(e)
print("".join(json.JSONEncoder(indent=1).iterencode({"a": [1, 2]})))
nested = []
for _ in range(100000):
    nested = [nested]
try:
    json.dumps(nested)
except RecursionError as e:
    print("RecursionError")
while nested:
    nested = nested[0]
import io

out = io.StringIO()
json.dump({"k": ["v", 1]}, out, indent=2)
print(out.getvalue())
print(json.encoder.encode_basestring_ascii("é"), json.encoder.encode_basestring("é\""))
print(json.__all__, json.JSONEncoder.item_separator, json.JSONEncoder(indent=1).item_separator)
