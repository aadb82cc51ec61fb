# Scopes, order of evaluation, names in classes and functions, unusual targets and conditions.
log = []


def note(x):
    log.append(x)
    return x


print([note((a, b)) for a in note("12") if note(a) for b in note("xy") if note(b) == "y"], log)
x = "outer"
print([x for x in range(3)], x)
print([(x, y) for x in range(3) for y in range(x)])
print({x: y for x, y in zip("abc", range(3))}, {x % 3 for x in range(10)})
print([y for x in [[1, 2], [3]] for y in x], [[y * 2 for y in x] for x in [[1, 2], [3]]])
print([i for i in range(20) if i % 2 if i % 3], [a if a else -1 for a in (0, 1)])
target = [0, 0]
print([target[0] for target[0] in range(3)], target)


class Box:
    pass


box = Box()
print([box.v for box.v in "ab"], box.v)
print([(a, b, c) for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]])
print([f(2) for f in [lambda n: n + k for k in range(3)]])
print([f(2) for f in [lambda n, k=k: n + k for k in range(3)]])
print([(last := i) for i in range(3)], last)


def function():
    total = 0
    parts = [total := total + v for v in range(5)]
    return parts, total


print(function())


class Scope:
    items = [1, 2]
    factor = 10
    first = [i for i in items]
    nested = [[i for _ in range(2)] for i in items]
    try:
        second = [i * factor for i in items]
    except NameError as e:
        second = str(e)
    third = [i for i in items if i > 1]
    name = [__qualname__ for _ in [1]] if False else None
    lam = [lambda: items for _ in [1]]


print(Scope.first, Scope.nested, Scope.second, Scope.third)
try:
    Scope.lam[0]()
except NameError as e:
    print(e)


def closure():
    fs = [lambda: i for i in range(3)]
    i = "function's"
    return [f() for f in fs], i


print(closure())


def modifies():
    n = 0

    def bump():
        nonlocal n
        n += 1
        return n

    return [bump() for _ in range(3)], n, {bump(): bump() for _ in range(2)}


print(modifies())


def shadows(a):
    return [a for a in a], a


print(shadows("xy"))


def deletes():
    v = 1
    r = [v for v in [2]]
    del v
    try:
        return v
    except UnboundLocalError as e:
        return r, str(e)


print(deletes())


def unbound():
    try:
        [later for _ in [1]]
    except NameError as e:
        print(type(e).__name__, e)
    later = 1


unbound()
print(sorted(k for k in locals() if k in ("i", "a", "b", "y", "k")))
try:
    [1 / q for q in (1, 0)]
except ZeroDivisionError:
    print("q" in globals())


def conditional(flag):
    return [*(x for x in "ab" if flag), *[1 for _ in "c" if not flag]]


print(conditional(True), conditional(False))
print({**{k: 1 for k in "ab"}, "c": 2}, {*{1}, *[2]}, [*{}, *"x"])
print([x async for x in y] if False else "async only inside async") if False else None
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(c) for c in zip(*matrix)])
print(dict((k, v) for k, v in {"a": 1}.items()), dict([(1, 2)], a=3))
print(any(n > 2 for n in [1, 2, 3]), all([]), sum(1 for _ in "abc"), max((len(w), w) for w in ["a", "bb"]))
gen = (n for n in [1, 2, 3])
print(2 in gen, list(gen))
print([a for a in "abc" if (b := a) != "b"], b)
print([[j for j in range(i)] for i in range(3) if i], [i for i in range(5) if i not in [j for j in range(3)]])
try:
    exec("[x := 1 for x in range(3)]")
except SyntaxError as e:
    print(e)
try:
    exec("[i for i in (j := range(3))]")
except SyntaxError as e:
    print(e)
try:
    exec("class C: [y := x for x in range(3)]")
except SyntaxError as e:
    print(e)
try:
    exec("[x for x in range(3), 4]")
except SyntaxError as e:
    print(e)
try:
    exec("[a, b for a, b in []]")
except SyntaxError as e:
    print(e)
try:
    exec("{**x for x in []}")
except SyntaxError as e:
    print(e)
try:
    exec("[*x for x in []]")
except SyntaxError as e:
    print(e)
print(eval("[y for y in range(z)]", {"z": 3}), eval("[z + y for y in range(2)]", {"z": 1}, {"z": 10}))
