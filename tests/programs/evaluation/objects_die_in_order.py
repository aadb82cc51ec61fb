# When temporaries, old values and locals are released.
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("-" + self.name, end=" ")

    def __add__(self, other):
        return D(f"({self.name}+{other.name})")

    def __getitem__(self, key):
        return D(f"{self.name}[{key}]")

    def method(self, *args):
        return D(self.name + ".m")

    def __enter__(self):
        return D(self.name + "'")

    def __exit__(self, *args):
        return False


def temporaries():
    D("a") + D("b") + D("c")
    print("|", end=" ")
    D("a")[1][2]
    print("|", end=" ")
    D("a").method(D("x"), D("y")).method()
    print("|", end=" ")
    [D("l1"), D("l2")], D("t")
    print("|", end=" ")
    x = D("old")
    x = D("new")
    print("|", end=" ")
    x = x[0]
    print("|", end=" ")
    x += D("i")
    print("|", end=" ")
    del x
    print("|")


def locals_at_return(p):
    a, b, c = D("1"), D("2"), D("3")
    return p


def loops():
    for x in [D("a"), D("b")]:
        print("body", end=" ")
    print("| end")


def returns_early():
    for x in [D("a"), D("b")]:
        return 1


def withs():
    with D("m") as v:
        print("in", end=" ")
    print("| out")


def exceptions():
    try:
        x = D("x")
        raise ValueError(D("arg"))
    except ValueError as e:
        print("handling", end=" ")
    print("| handled")


def comprehensions():
    [D(c) for c in "ab"]
    print("|", end=" ")
    [x for x in [D("c"), D("d")] if 0]
    print("|", end=" ")
    sum(1 for x in [D("e"), D("f")])
    print("|")


def matches(v):
    match v:
        case [D() as a, b]:
            print("matched", end=" ")
    print("| end", end=" ")


def swaps():
    a, b = D("a"), D("b")
    a, b = b, a
    a, b = D("c"), a
    print("|")


temporaries()
locals_at_return(D("p"))
print("|")
loops()
returns_early()
print("|")
withs()
exceptions()
comprehensions()
matches([D("x"), D("y")])
print("|")
swaps()
print("| done")
