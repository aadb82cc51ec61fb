from collections import Counter


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(), c.most_common(2), c.most_common(1), c.most_common(0), c.total())
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()))
c.update("aab")
c.update({"z": 5})
c.update(q=2)
print(c)
c.subtract("aaa")
c.subtract(z=10)
print(c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, +Counter(a=1, b=-1), -Counter(a=1, b=-1))
a += b
print(a)
a -= Counter(a=100)
print(a)
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=2) > Counter(a=1))
del c["z"]
del c["never there"]
print("z" in c, len(c), c.copy() == c, repr(Counter()))
show(lambda: Counter(1))
show(lambda: Counter([[]]))
show(lambda: Counter.fromkeys("ab"))
show(lambda: Counter("a", "b"))


class Shout(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        print("set", key, value)


Shout("aab")
print(Counter({"a": 1.5}) + Counter({"a": 2}), Counter(x for x in [1, 1, 2, 2.0, True]))
words = "the quick brown the lazy dog the end".split()
print(Counter(words).most_common(3), Counter(map(len, words)))
print(Counter("ab").__missing__("q"), Counter(None), Counter({}), type(Counter("a") + Counter("b")).__name__)
