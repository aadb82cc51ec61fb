# with: enter and exit on every way out, several items, suppression, errors in between.
class M:
    def __init__(self, name, suppress=False, fail=""):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name, end=" ")
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, end=" ")
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.suppress


def ways(how):
    for i in range(2):
        with M("a") as a, M("b", suppress=how == "suppress") as b:
            if how == "return":
                return a + b
            if how == "break":
                break
            if how == "continue":
                continue
            if how in ("raise", "suppress"):
                raise KeyError(how)
            print("body", end=" ")
        print("after", end=" ")
    return "end"


for how in "fall", "return", "break", "continue", "suppress", "raise":
    try:
        print(ways(how))
    except KeyError as e:
        print(repr(e))
for fail in "enter", "exit":
    for raises in False, True:
        try:
            with M("outer"), M("inner", fail=fail):
                if raises:
                    raise KeyError
        except Exception as e:
            print(repr(e), repr(e.__context__))


def targets():
    d = {}
    with M("x") as d["k"], M("yz") as (p, q), M("w") as d["l"]:
        pass
    print(d, p, q)


targets()


def nested_value():
    with M("v") as v:
        return [v for _ in range(2)]


print(nested_value())


def gen():
    with M("g"):
        yield 1
        yield 2


g = gen()
next(g)
g.close()
print()
with (
    M("one") as one,
    M("two"),
):
    print(one)
for bad in (1, type("NoExit", (), {"__enter__": lambda s: s})()):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)
