from functools import singledispatch, singledispatchmethod


@singledispatch
def describe(x):
    return "object"


@describe.register
def _(x: int):
    return "int"


@describe.register(str)
def _(x):
    return "str"


@describe.register(list)
@describe.register(tuple)
def _(x):
    return "sequence"


@describe.register
def _(x: float | complex):
    return "number"


print([describe(x) for x in (1, True, "a", [1], (1,), 2.5, {}, None)])
print(describe.dispatch(bool) is describe.dispatch(int), sorted(c.__name__ for c in describe.registry))
try:
    describe()
except TypeError as error:
    print(error)
try:
    describe.register(5)
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def show(self, x):
        return f"?{x}"

    @show.register
    def _(self, x: int):
        return f"int {x}"

    @show.register
    def _(self, x: str):
        return f"str {x}"


f = Formatter()
print(f.show(1), f.show("a"), f.show(2.0))


class A:
    pass


class B(A):
    pass


@describe.register(A)
def _(x):
    return "A"


print(describe(B()), describe(A()))
