a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a, a)
a |= b
print(a)
a |= [("q", 5)]
a |= (("r", 6),)
print(a)
try:
    a |= 5
except TypeError as e:
    print(e)
try:
    a | [("q", 5)]
except TypeError as e:
    print(e)
print({**a, "x": 0, **b}, dict(**a, w=1))


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


m = {}
m.update(Mapping(), extra=1)
print(m, dict(Mapping()), {**Mapping()})


class BadKeys:
    def keys(self):
        return 5


class NoGet:
    def keys(self):
        return ["a"]


for bad in (BadKeys(), NoGet()):
    try:
        m.update(bad)
    except TypeError as e:
        print(e)


class D(dict):
    def __getitem__(self, key):
        return "overridden"


d = D(a=1)
print(dict(d), {**d}, d["a"], d.get("a"), {} | d, type(d | {}), type({} | d))


class Iter(dict):
    def keys(self):
        return ["only"]

    def __iter__(self):
        return iter(["iterated"])

    def __getitem__(self, key):
        return "got " + key


print(dict(Iter(a=1)))
s = {1: 2}
s.update(s)
print(s)
f = dict.fromkeys(["a", "b"], [])
f["a"].append(1)
print(f)


class Sub(dict):
    pass


print(type(Sub.fromkeys("ab")), Sub.fromkeys("ab"), type(Sub(a=1).copy()))
try:
    {1: 2}.update([(3, 4), 5])
except TypeError as e:
    print(e)
big = {i: str(i) for i in range(1000)}
big.update({i: i for i in range(500, 1500)})
print(len(big), big[499], big[500], big[1499])
