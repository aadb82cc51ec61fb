from operator import attrgetter, itemgetter, methodcaller


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, a, b=2):
        return "method", a, b


box = Box(a=1, inner=Box(b=2, deep=Box(c=3)))
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(1, 3))([1, 2, 3, 4]), itemgetter(-1)((1, 2)))
print(attrgetter("a")(box), attrgetter("inner.b")(box), attrgetter("a", "inner.deep.c")(box))
print(methodcaller("upper")("abc"), methodcaller("method", 1)(box), methodcaller("method", 1, b=5)(box), methodcaller("split", ",", maxsplit=1)("a,b,c"))
rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0), reverse=True), max(rows, key=itemgetter(1)), list(map(itemgetter(0), rows)))
print(sorted([Box(n=2), Box(n=1)], key=attrgetter("n"))[0].n, list(map(methodcaller("strip"), [" a ", "b "])))
print(itemgetter(1), itemgetter(1, "a"), attrgetter("a.b"), attrgetter("a", "b"), methodcaller("f"), methodcaller("f", 1, k="v"))
for call in [
    lambda: itemgetter(), lambda: itemgetter(1)(), lambda: itemgetter(1)(1, 2), lambda: itemgetter(5)([1]), lambda: itemgetter("a")([1]),
    lambda: itemgetter(1)(5), lambda: itemgetter(a=1), lambda: itemgetter(1)(a=1), lambda: attrgetter(), lambda: attrgetter(1),
    lambda: attrgetter("zz")(box), lambda: attrgetter("inner.zz")(box), lambda: attrgetter("a")(1, 2), lambda: methodcaller(),
    lambda: methodcaller(1), lambda: methodcaller("zz")(box), lambda: methodcaller("method")(box), lambda: methodcaller("upper")(1, 2),
]:
    show(call)
print(itemgetter(1).__reduce__(), attrgetter("a").__reduce__(), methodcaller("f", 1).__reduce__())
r = itemgetter([])
items = [r]
s = itemgetter(items)
items.append(s)
print(s)


class Slotted:
    __slots__ = ("x",)

    def x_method(self):
        return "own"


print(methodcaller("x_method")(Slotted()))
box.upper = lambda: "instance attribute"
print(methodcaller("upper")(box))
