x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in [(1, 2)]}, x)


def isolated():
    x = "local"
    a = [x for x in range(2)]
    b = [[x for x in range(y)] for y in range(3)]
    c = [(x, [x for x in "ab"], x) for x in range(2)]
    return a, b, c, x


print(isolated())


def unbound_after():
    [v for v in range(2)]
    try:
        return v
    except NameError as e:
        return type(e).__name__, str(e)


print(unbound_after())


def captured():
    fs = [lambda: x for x in range(3)]
    gs = [lambda x=x: x for x in range(3)]
    hs = [(lambda: (x, y)) for x in range(2) for y in range(2)]
    x = "free"
    return [f() for f in fs], [g() for g in gs], [h() for h in hs], x


print(captured())


def captures_outside():
    n = 10
    return [(lambda k: k + n + m)(1) for m in range(2)], [n := n + i for i in range(3)], n


print(captures_outside())


def walrus():
    total = 0
    values = [total := total + v for v in range(5)]
    found = any((hit := v) > 2 for v in values)
    return values, total, found, hit


print(walrus())


def errors():
    out = []
    for i in range(2):
        try:
            [1 / (y - i) for y in range(3)]
        except ZeroDivisionError:
            out.append(i)
    try:
        [a for a in [1] for b in c for c in [1]]
    except (NameError, UnboundLocalError) as e:
        out.append(str(e))
    return out


print(errors())


class K:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        nested = [[j for j in items] for i in items]
    except NameError as e:
        print("class scope:", e)
    pairs = [(i, k) for i in items for k in [10]]
    made = [lambda: i for i in items]
    s = {i for i in items}
    d = {i: i for i in items}
    g = sum(i for i in items)


print(K.doubled, K.pairs, [f() for f in K.made], K.s, K.d, K.g, hasattr(K, "i"))


def conditions():
    return [x + y for x in range(5) if x % 2 for y in range(x) if y if x != y], [
        y for x in range(3) for y in [x * 2] if y
    ]


print(conditions())


def generators():
    log = []

    def source():
        log.append("made")
        return range(2)

    g = (log.append(i) or i for i in source())
    log.append("before")
    return list(g), log


print(generators())


def lazy_inner():
    g = (y for x in range(2) for y in missing(x))
    try:
        next(g)
    except NameError as e:
        return str(e)


print(lazy_inner())
try:
    (y for y in missing)
except NameError as e:
    print(e)
try:
    (y for y in 1)
except TypeError as e:
    print(e)


def deep(n):
    return [[[a + b + c + n for a in range(2)] for b in range(2)] for c in range(2)]


print(deep(1))


def in_handlers():
    try:
        [x for x in 1]
    except TypeError as e:
        return [str(e) for _ in range(1)], [y for y in (e.args)]


print(in_handlers())


def recursive(n):
    return [recursive(i) for i in range(n)]


print(recursive(3))


def unpacking():
    return [a + b for a, b in [(1, 2), (3, 4)]], {k: v for k, (v, *_) in {"a": "xyz"}.items()}, [
        c for c, in [(1,), (2,)]
    ]


print(unpacking())


def locals_inside():
    z = 1
    return [sorted(locals()) for q in range(1)]


print(locals_inside())
