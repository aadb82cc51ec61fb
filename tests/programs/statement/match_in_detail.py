# Patterns of every kind against every kind of subject, in the order in which they look.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Color:
    RED = 1
    GREEN = "g"

    class Deep:
        VALUE = (1, 2)


def classify(s):
    match s:
        case None:
            return "None"
        case True | False as b:
            return f"bool {b}"
        case 0:
            return "zero"
        case -1 | -1.5:
            return f"negative {s}"
        case Color.RED | Color.GREEN as c:
            return f"color {c}"
        case Color.Deep.VALUE:
            return "deep"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as n:
            return f"number {n}"
        case "a" | "b" | "c":
            return "abc"
        case str(text):
            return f"text {text}"
        case b"bytes":
            return "bytes"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [[a, b], [c, d]]:
            return f"two by two {a}{b}{c}{d}"
        case (Point(x=0) as p, *others):
            return f"on axis {p} {others}"
        case [_, _, *_]:
            return "two or more"
        case {"kind": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"kind": str(k)}:
            return f"kind {k}"
        case {1: one, "x": {"y": [_, y]}}:
            return f"deep map {one} {y}"
        case {}:
            return "some dict"
        case Point3(x, y, z):
            return f"3d {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"x axis {x}"
        case Point(x=Point(a, b), y=c):
            return f"nested {a} {b} {c}"
        case Point():
            return "point"
        case type(__name__=n):
            return f"class {n}"
        case _:
            return f"other {type(s).__name__}"


class Seq:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i


class MyList(list):
    pass


class MyDict(dict):
    def __missing__(self, k):
        return "missing"


for s in (None, True, False, 0, 0.0, -1, -1.5, 1, 1.0, "g", (1, 2), [1, 2], 101, 5, 2.5, "a", "hello", b"bytes", b"other", [], (), [7], [1, 2, 3], [3, 4, 3], [[1, 2], [3, 4]], [Point(0, 1), 2], [5, 6, 7], {"kind": "circle", "r": 2, "c": 3}, {"kind": "square"}, {"kind": 5}, {1: 2, "x": {"y": [3, 4]}}, {}, Point3(1, 2, 3), Point(0, 0), Point(3, 0), Point(Point(1, 2), 3), Point(1, 1), int, Point, Seq(), MyList([1]), MyDict(), range(3), {1, 2}, iter([]), 10**30, float("nan"), "ab", ...):
    print(repr(s).split(" object at")[0], "->", classify(s))


def effects(s):
    match s:
        case [a, b] if print("guard", a, b):
            pass
        case [a, 5]:
            return "five", a
        case [a, *b]:
            return a, b
    return "none", s


print(effects([1, 2]), effects([1, 5]), effects([1]), effects(3))


class Noisy:
    __match_args__ = ("a", "b")

    @property
    def a(self):
        print("get a")
        return 1

    @property
    def b(self):
        print("get b")
        return 2

    @property
    def c(self):
        print("get c")
        raise AttributeError

    def __eq__(self, o):
        print("eq", o)
        return o == "noisy"


match Noisy():
    case Noisy(2, 2):
        print("no")
    case Noisy(1, 3):
        print("no")
    case Noisy(c=1):
        print("no")
    case "quiet":
        print("no")
    case "noisy":
        print("matched noisy")


class Bad1:
    __match_args__ = ["x"]


class Bad2:
    __match_args__ = (1,)


def tries(source, subject):
    try:
        space = {"s": subject, "Bad1": Bad1, "Bad2": Bad2, "Point": Point, "k": "x"}
        exec(f"match s:\n case {source}: print('matched')\n case _: print('not')", space)
    except (TypeError, SyntaxError, AttributeError, NameError) as e:
        print(source, "->", type(e).__name__, getattr(e, "msg", e))


for source, subject in [("Bad1(1)", Bad1()), ("Bad2(1)", Bad2()), ("Point(1, 2, 3)", Point(1, 2)), ("Point(1, x=1)", Point(1, 2)), ("int(1, 2)", 1), ("int(real=1)", 1), ("k()", 1), ("undefined()", 1), ("undefined.x", 1), ("k.x", 1), ("[x, x]", [1, 1]), ("x | 1", 1), ("x | y", 1), ("(1 | x)", 1), ("[*a, *b]", []), ("{**a, 'b': 1}", {}), ("{'a': 1, 'a': 2}", {}), ("{k: 1}", {}), ("{-1: x}", {-1: 2}), ("1 + 2", 3), ("-x", 3), ("x.y()", 3), ("'a' 'b'", "ab"), ("x as _", 1), ("_ as x", 1), ("{**_}", {}), ("Point(a=1, a=2)", 1), ("*x", [1]), ("*x,", [1]), ("1, 2", (1, 2)), ("(1)", 1), ("(1,)", (1,)), ("[]", ""), ("str()", ""), ("None()", None), ("True", 1), ("1", True), ("None", 0), ("x if x", 1), ("x if x", 0), ("{'a': None}", {"a": None}), ("{}", []), ("list()", MyList()), ("dict(x)", {}), ("tuple([a, b])", (1, 2)), ("str('a' | 'b')", "b"), ("a.b.c", 1), ("1.5e3", 1500), ("-0", 0), ("x: int", 1), ("lambda: 1", 1), ("not x", 1), ("x, *_, y", "ab"), ("[x, *_, y]", "ab"), ("(x := 1)", 1), ("__debug__", 1)]:
    tries(source, subject)
match, case, type = 1, 2, 3
match = case + type
print(match, case, type)
match[0] if False else None
match: int = 5
print(match)
match match:
    case case:
        print("soft", case)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match 1, *[2, 3]:
    case [*all_]:
        print(all_)
match {"a": 1}:
    case {"a": 1} | {"b": 2}:
        print("or map")
