def compare(a, b):
    return a < b, a == 1, a != "x", a is b, a is not None, a in b, not a in b


def branches(a, b):
    if a < b and not b >= 1 or a is None:
        return 1
    if 0 < a < 10:
        return 2
    if a == "word" or a != b"word":
        return 3
    if a in (1, 2, 3) or a not in [4, 5] or b in {6, 7}:
        return 4
    if a if b else not a:
        return 5
    if not (a or b):
        return 6
    elif a is not b:
        return 7
    else:
        return 8


def values(a, b, f):
    x = a and b
    x = a or f(b) or 3
    x = (a and b) or (b and a)
    x = a if a > b else b
    x = a < f(b) < f(a)
    x = not a
    x = not not a
    return a < b <= 3


def chained(a, b, f):
    while a < f(b) <= f(a) != 2:
        pass
    if not f(a) < f(b) < a:
        return 1


def asserts(a, b):
    assert a > b
    assert a, f"not {b}"
