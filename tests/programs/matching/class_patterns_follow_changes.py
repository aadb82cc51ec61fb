"""What class patterns find follows every change of the classes and objects."""


class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Q(P):
    pass


def show(subject):
    match subject:
        case Q(a, b):
            return "Q", a, b
        case P(a, y=b):
            return "P", a, b
        case int(n) | str(n):
            return "n", n
        case bool():
            return "bool"
        case P():
            return "P without"
        case list(items):
            return items
        case None:
            return "none"
    return "other"


def all_of():
    deleted = P(1, 2)
    del deleted.y
    swapped = P.__new__(P)
    swapped.y, swapped.x = 7, 8
    for subject in (P(1, 2), Q(3, 4), 5, "s", True, None, 2.5, [1], deleted, swapped, P, Ellipsis):
        try:
            print(show(subject))
        except TypeError as error:
            print(error)


for _ in range(3):
    all_of()
P.__match_args__ = ("y", "x")
all_of()
P.__match_args__ = ("x", "y")
all_of()
Q.__match_args__ = ("x", "x")
try:
    show(Q(1, 2))
except TypeError as error:
    print(error)
del Q.__match_args__
print(show(Q(1, 2)))
P.x = property(lambda self: "property", lambda self, value: None)
all_of()
del P.x
all_of()
P.__getattribute__ = lambda self, name: object.__getattribute__(self, name) if name != "x" else "asked"
all_of()
del P.__getattribute__
P.__getattr__ = lambda self, name: "missing " + name
all_of()
del P.__getattr__


class Liar:
    __class__ = P
    x = y = "lie"


class Meta(type):
    def __instancecheck__(cls, other):
        print("asked about", type(other).__name__)
        return True


class Any(metaclass=Meta):
    pass


def check(subject):
    match subject:
        case Any():
            return "any"


for _ in range(2):
    print(show(Liar()))
    print(check(1), check(P(1, 2)))
Q.__bases__ = (Liar,)
for _ in range(2):
    try:
        print(show(Q()))
    except TypeError as error:
        print(error)


class Slots:
    __slots__ = ("x", "y")
    __match_args__ = ("x", "y")


def slots(subject):
    match subject:
        case Slots(1, y):
            return y
        case Slots(x):
            return x
    return "nothing"


s = Slots()
print(slots(s))
s.x = 1
print(slots(s))
s.y = 2
print(slots(s), slots(s))
s.x = 3
print(slots(s))


def remade(n):
    class Local:
        __match_args__ = ("v",)

        def __init__(self):
            self.v = n

    def test(subject):
        match subject:
            case Local(v):
                return v
        return "no"

    return Local, test


kinds = [remade(n) for n in range(3)]
for Local, _ in kinds:
    print([test(Local()) for _, test in kinds])
