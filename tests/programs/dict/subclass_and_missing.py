class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
for ch in "abracadabra":
    c[ch] += 1
print(c, c["zz"], "zz" in c, c.get("zz"), len(c))


class Default(dict):
    def __init__(self, factory, *args):
        super().__init__(*args)
        self.factory = factory

    def __missing__(self, key):
        value = self[key] = self.factory()
        return value


d = Default(list)
d["a"].append(1)
d["a"].append(2)
d["b"].append(3)
print(d, d.factory.__name__, type(d.copy()).__name__)


class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())


low = Lower()
low["ABC"] = 1
print(low["aBc"], "Abc" in low, low, low.get("ABC"))
low.update(XYZ=2)
print(low)
try:
    low["nothing"]
except KeyError as e:
    print("KeyError", e)


class Raises(dict):
    def __missing__(self, key):
        raise LookupError("missing " + repr(key))


try:
    Raises()[1, 2]
except LookupError as e:
    print(type(e).__name__, e)
print(isinstance(c, dict), Counter.__mro__ == (Counter, dict, object), dict(c) == c)
x = Counter(a=1)
x.attr = "attribute"
print(x.attr, x, x == {"a": 1}, {"a": 1} == x)
