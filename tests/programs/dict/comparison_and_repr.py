print({1: 2} == {1: 2}, {1: 2} == {1.0: 2.0}, {1: 2} != {1: 3}, {} == {}, {1: 2} == {2: 1}, {1: 2} == [(1, 2)])
print({"a": {"b": [1, {}]}} == {"a": {"b": [1, {}]}})
for op in ("<", "<=", ">", ">="):
    try:
        eval(f"{{}} {op} {{}}")
    except TypeError as e:
        print(e)
nan = float("nan")
print({1: nan} == {1: nan}, {nan: 1} == {nan: 1}, {1: float("nan")} == {1: float("nan")})


class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("compare", self.n, other.n)
        return self.n == other.n


print({"a": V(1), "b": V(2)} == {"b": V(2), "a": V(1)})
print({"a": V(1)} == {"a": V(2)})
print({}, {1: {}}, {"k": "it's", 'q"': '"', "b": b"x"}, {(): ()}, {None: ...})
d = {}
d["me"] = d
d["list"] = [d]
print(d)
e = {"me": None}
e["me"] = e
try:
    print(d == e)
    e["list"] = [e]
    print(d == e)
except RecursionError as err:
    print("RecursionError", err)


class R:
    def __repr__(self):
        x.clear()
        return "R"


x = {1: R(), 2: 3}
print(x)


class Bad:
    def __repr__(self):
        return 5


try:
    repr({1: Bad()})
except TypeError as err:
    print(err)
