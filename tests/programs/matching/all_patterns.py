class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1


def describe(v):
    match v:
        case 0 | -1:
            return "zero or minus one"
        case Color.RED:
            return "red"
        case 2.25 if False:
            return "never"
        case True:
            return "never: 1 is red"
        case None:
            return "none"
        case "a" "b":
            return "ab"
        case b"x":
            return "bytes"
        case str(s) if len(s) > 3:
            return f"long {s}"
        case str():
            return "short"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, _, y]:
            return f"1 .. {y}"
        case ["cmd", *args, last] if args:
            return f"cmd {args} {last}"
        case [first, *_]:
            return f"many {first}"
        case {"kind": "p", "x": int(x), **rest}:
            return f"mapping {x} {rest}"
        case {"kind": kind}:
            return f"kind {kind}"
        case {}:
            return "mapping"
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y) | Point(y, 0):
            return f"axis {y}"
        case Point(Point(a, b) as inner, c):
            return f"nested {a} {b} {c} {inner is v.x}"
        case Point() as p:
            return f"point {p.x}"
        case int() | float() as n:
            return f"number {n}"
        case other:
            return f"other {type(other).__name__}"


values = [
    0, -1, 1, True, None, "ab", b"x", "long enough", "abc", [], [5], (1, 2, 3), ["cmd", 1, 2, 3], ["cmd", 1], (7, 8),
    range(3), {"kind": "p", "x": 1, "y": 2}, {"kind": "q"}, {}, {"a": 1}, Point(0, 0), Point(0, 5), Point(5, 0),
    Point(Point(1, 2), 3), Point(4, 4), 17, 2.5, {1, 2}, b"xyz", bytearray if False else object(),
]
for value in values:
    print(describe(value))


def binding():
    x = "kept"
    match [1, 2]:
        case [x, 3]:
            pass
        case _:
            print("bound nothing", x)
    match 5:
        case x if x > 10:
            pass
    print("guard binds", x)
    match x:
        case [a] | (a, _) | a:
            print("alternatives", a)
    match (1, (2, [3, 4, 5])):
        case (a, (b, [c, *d])) as whole:
            print(a, b, c, d, whole)
    match x, 6:
        case x, y:
            print("swapped", x, y)


binding()


def reads_once():
    class Seq(list):
        def __len__(self):
            print("len", end=" ")
            return super().__len__()

        def __getitem__(self, i):
            print("item", i, end=" ")
            return super().__getitem__(i)

        def __iter__(self):
            print("iter", end=" ")
            return super().__iter__()

    s = Seq([1, 2, 3])
    match s:
        case [a]:
            pass
        case [a, b, 4]:
            pass
        case [a, *_, 9]:
            pass
        case [a, *b]:
            print(a, b)
    match s:
        case [_, _, _]:
            print("three")


reads_once()


class Proxy:
    def __init__(self, **kw):
        self.kw = kw

    def __getattr__(self, name):
        print("get", name, end=" ")
        try:
            return self.__dict__["kw"][name]
        except KeyError:
            raise AttributeError(name) from None


match Proxy(a=1, b=2):
    case Proxy(z=1):
        print("no")
    case Proxy(a=2):
        print("no")
    case Proxy(a=1, b=b):
        print("yes", b)


def failures():
    tests = [
        lambda: match_too_many(1),
        lambda: match_not_class(1),
        lambda: match_bad_args(Bad()),
    ]
    for test in tests:
        try:
            test()
        except TypeError as e:
            print(e)


class Bad:
    __match_args__ = (1,)


def match_too_many(v):
    match v:
        case int(a, b):
            pass


def match_not_class(v):
    match v:
        case failures(a):
            pass


def match_bad_args(v):
    match v:
        case Bad(a):
            pass


failures()


def many(n):
    match n:
        case 1 | 2 | 3 | 4 | 5:
            return "low"
        case 6 | 7 | 8:
            return "mid"
    return "high"


print([many(i) for i in range(10)])


def keys(d):
    match d:
        case {1: a, "x": b, None: c}:
            return a, b, c
        case {1: a}:
            return a
        case {"k": {"n": [z, *_]}}:
            return z
        case {**everything}:
            return everything


print(keys({1: "one", "x": "ex", None: "none"}), keys({1: 2}), keys({"k": {"n": [7, 8]}}), keys({3: 4}))


def in_loop(items):
    out = []
    for item in items:
        match item:
            case "stop":
                break
            case "skip":
                continue
            case (op, *args):
                out.append((op, args))
            case _:
                out.append(None)
    else:
        out.append("end")
    return out


print(in_loop([[1, 2], "skip", 3, "stop", 4]), in_loop([["x"]]))
