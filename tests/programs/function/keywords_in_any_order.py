"""Keywords in any order, defaults between them, and mappings unpacked into calls."""


def f(a, b=2, c=3, *, d=4, e):
    return a, b, c, d, e


def plain(a, b, c):
    return a, b, c


def only(a, /, b=5, *, c=6):
    return a, b, c


def rest(a, *args):
    return a, args


def both(a, *args, k=1, **more):
    return a, args, k, more


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


attempt(lambda: f(e=1, a=2))
attempt(lambda: f(1, e=1, c=7))
attempt(lambda: f(1, d=9, e=8, b=7))
attempt(lambda: f(c=1, b=2, a=3, e=4, d=5))
attempt(lambda: f(1, a=2, e=3))
attempt(lambda: f(b=2, e=3))
attempt(lambda: f(1, 2, x=3, e=1))
attempt(lambda: plain(c=3, a=1, b=2))
attempt(lambda: plain(c=3, b=2))
attempt(lambda: only(1, c=2))
attempt(lambda: only(c=2, a=1))
attempt(lambda: only(1, c=2, b=3))
for given in ((), (1,), [1, 2], (1, 2, 3), range(2), "xy"):
    attempt(lambda: rest(*given))
    attempt(lambda: both(*given))
for mapping in ({}, {"c": 3, "a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 1, "z": 2}, {1: 2}, {"a": 1, "b": 2, "c": 3, "d": 4}):
    attempt(lambda: plain(**mapping))
    attempt(lambda: both(0, **mapping))
    attempt(lambda: plain(*(5,), **mapping))
    attempt(lambda: dict(**mapping))


class Keys:
    def __init__(self, names):
        self.names = names

    def keys(self):
        print("keys")
        return self.names

    def __getitem__(self, name):
        return name * 2


attempt(lambda: plain(**Keys(["b", "a", "c"])))
attempt(lambda: plain(**Keys(["b", "b"])))
attempt(lambda: plain(**Keys([1])))
attempt(lambda: plain(**5))
attempt(lambda: plain(*5, **6))
attempt(lambda: plain(*5, **Keys(["a"])))
attempt(lambda: print(**{"sep": "-", "end": "!\n"}))
attempt(lambda: print(1, 2, **{"sep": "-", "end": "!\n"}))


class Sub(dict):
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key.upper()


attempt(lambda: both(1, **Sub(q=1)))
made = {"a": 1}


def change(**kwargs):
    kwargs["a"] = 2
    return kwargs


print(change(**made), made)


def twice(**kw):
    return kw


a = {"x": [1]}
b = twice(**a)
print(b == a, b is a, b["x"] is a["x"])


class Maker:
    def __init__(self, *, width=1, height=2, name="n"):
        self.all = width, height, name


print(Maker(height=3).all, Maker(name="q", width=0).all, Maker(**{"name": "m"}).all)
long = {f"k{i}": i for i in range(40)}
exec("def many(" + ", ".join(long) + "): return k0, k39")
print(many(**long), many(**dict(reversed(list(long.items())))))
