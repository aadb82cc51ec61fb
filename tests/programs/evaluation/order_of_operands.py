# Operands are evaluated from left to right, targets after values; every step prints its name.
def t(name, value=None):
    print(name, end=" ")
    return value


class Box:
    def __init__(self):
        self.items = {}

    def __setitem__(self, key, value):
        print(f"[set {key}={value}]", end=" ")
        self.items[key] = value

    def __getitem__(self, key):
        print(f"[get {key}]", end=" ")
        return self.items.get(key, 0)

    def __delitem__(self, key):
        print(f"[del {key}]", end=" ")


b = Box()
t("a", 1) + t("b", 2) * t("c", 3) ** t("d", 2)
print()
t("b", b)[t("key", 1)] = t("value", 5)
print()
t("b", b)[t("key", 1)] += t("value", 5)
print()
t("x", b).attr = t("y", b)[t("k", 2)] = t("v", 7)
print()
(lambda *args, **kw: print(args, kw))(t("p", 1), *t("q", [2, 3]), x=t("x", 4), **t("z", {"w": 5}))
{t("k1", 1): t("v1", 2), **t("m", {3: 4}), t("k2", 5): t("v2", 6)}
print()
[t("e1"), *t("e2", []), t("e3")], {t("s1"), t("s2")}, (t("t1"), t("t2"))
print()
t("l", 1) < t("m", 2) < t("n", 1) < t("never", 1)
print()
t("f", 0) and t("never") or t("g", 3) and t("h", 4)
print()
t("yes", 1) if t("cond", True) else t("no", 2)
print()
b[t("lo", 1) : t("hi", 2) : t("step", 3)] if False else None
f"{t('f1', 1)!r:>{t('w', 4)}} {t('f2', 2)}"
print()
x, b[t("i", 0)], *y = t("source", [1, 2, 3, 4])
print(x, y)
a, c = t("first", 1), t("second", 2)
print()
del b[t("d1", 1)], b[t("d2", 2)]
print()


def decorate(name):
    print("made", name, end=" ")

    def apply(f):
        print("applied", name, end=" ")
        return f

    return apply


@decorate("outer")
@decorate("inner")
def f(a=t("default", 1), *, k=t("kwdefault", 2)) -> t("annotation", int):
    pass


print()


@decorate("class")
class C(t("base", object), metaclass=t("meta", type)):
    print("body", end=" ")


print()


class Context:
    def __enter__(self):
        return 3

    def __exit__(self, *args):
        print("left", end=" ")


with t("manager", Context()) as b[t("target", 9)]:
    print("inside", end=" ")
print()
assert t("test", 1), t("message")
try:
    assert t("test", 0), t("message")
except AssertionError as e:
    print(repr(e))
