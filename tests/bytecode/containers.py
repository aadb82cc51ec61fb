def displays(a, b):
    c = [a, b], (a, b), {a, b}, {a: b}
    c = [], (), {}
    c = [1, 2, 3], {1, 2, 3}, (1, 2, a), {"a": a, "b": 1}
    c = [*a, b], (a, *b), {*a, b}, {**a, b: 1, **b}
    return f"{a}", f"x{a!r:>{b}}y{b:.2f}{{}}", f"", "a" f"{b}"


def long(a):
    return [
        a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a,
        a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a,
    ]


def percent(a, b):
    c = "%s and %r" % (a, b)
    c = "%-20s|%5.2a%%" % (a, b.c)
    c = "%s" % (a,) + "%d" % (a,) + "%s" % a
    return "%s %s" % (a, *b), "%(a)s" % (a,), "%s" % (a, b)
