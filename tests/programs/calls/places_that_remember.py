"""Calls with keywords at one place of many callees: what a call remembers must hold for the next callee too."""


def first(a, b=2, *, c=3, d=4):
    return ("first", a, b, c, d)


def second(d, c=30, b=20, a=10):
    return ("second", a, b, c, d)


def third(*rest, **named):
    return ("third", rest, sorted(named.items()))


class Fourth:
    def __init__(self, a, *, b=0, c=0):
        self.parts = ("Fourth", a, b, c)

    def method(self, a, b=5, c=6):
        return ("method", a, b, c)


class Fifth(Fourth):
    def __init__(self, c, b=7, a=8):
        self.parts = ("Fifth", a, b, c)


def show(value):
    print(getattr(value, "parts", value))


def call(function, *args):
    for _ in range(3):
        show(function(c=args[0], a=args[1]))


for function in [first, second, third, Fourth, Fifth, Fourth(1, b=2).method, first, Fourth]:
    try:
        call(function, "c", "a")
    except TypeError as error:
        print(error)

# One place that is a class, then its `__init__`.
places = []
for callee, given in [(Fourth, ()), (Fourth.__init__, (Fourth(0),)), (Fourth, ()), (Fourth.__init__, (Fourth(0),))]:
    for _ in range(2):
        made = callee(*given, a=1, b=2)
        places.append(getattr(made, "parts", made))
print(places)


def defaults(a, b=1, *, c=2):
    return a, b, c


def again(**_):
    return defaults(a=5, c=6)


print(again(), again())
defaults.__defaults__ = None
for _ in range(2):
    try:
        again()
    except TypeError as error:
        print(error)
defaults.__defaults__ = (100, 200)
print(again(), again())
defaults.__kwdefaults__ = None


def shorter():
    return defaults(b=1, a=0)


for _ in range(2):
    try:
        print(shorter())
    except TypeError as error:
        print(error)
defaults.__kwdefaults__ = {"c": 9}
print(shorter(), shorter())
defaults.__kwdefaults__["c"] = 10
print(shorter())
defaults.__code__ = second.__code__
defaults.__kwdefaults__, defaults.__defaults__ = None, (31, 32, 33, 34)
print(shorter(), again())

# As many keywords and parameters as a call remembers, and more.
for count in (7, 8, 9, 23, 24, 25, 40):
    names = [f"p{i}" for i in range(count)]
    source = f"def many({', '.join(name + '=' + str(i) for i, name in enumerate(names))}): return [{', '.join(names)}]\n"
    source += f"def use(): return many({', '.join(f'{name}={i * 2}' for i, name in reversed(list(enumerate(names))))})\n"
    source += f"def one(): return many({names[-1]}='last')\n"
    space = {}
    exec(source, space)
    assert space["use"]() == space["use"]() == [i * 2 for i in range(count)]
    assert space["one"]() == space["one"]() == [*range(count - 1), "last"]
print("many")


class Slots:
    __slots__ = ("x", "y")

    def __init__(self, *, x, y=0):
        self.x, self.y = x, y


print([(s.x, s.y) for s in [Slots(x=1, y=2), Slots(x=3, y=4)]], [Slots(x=i).y for i in range(3)])
try:
    [Slots(y=i) for i in range(3)]
except TypeError as error:
    print(error)


class Error(Exception):
    def __init__(self, text, *, code=1):
        super().__init__(text)
        self.code = code

    def __del__(self):
        print("gone", self.code)


for _ in range(2):
    try:
        raise Error("text", code=7)
    except Error as error:
        print(error, error.args, error.code)
print(Error("a", code=2).args, Error(text="b").args)


def length(x):
    return len(x), len(x)


class Sized:
    def __len__(self):
        return 12


print([length(x) for x in ["abc", [1], (1, 2), {1: 2}, {1, 2}, b"abcd", Sized(), range(9), "é" * 300]])
try:
    length(5)
except TypeError as error:
    print(error)
import builtins

plain = len
builtins.len = lambda x: "replaced"
print(length("abc"))
builtins.len = plain
print(length("abc"))
len = lambda x: "global"
print(length("abc"))
del len
print(length("abc"))
