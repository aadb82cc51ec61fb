def inlined(xs, y):
    a = [x + y for x in xs if x if not y]
    b = {x: y for x, y in xs}
    c = {x for row in xs for x in row}
    d = [[z for z in x] for x in xs]
    return a, b, c, d, x


def generator(xs, y):
    return sum(x * y for x in xs for z in x if z)


def captured(xs):
    return [lambda: x for x in xs]


def walrus(xs):
    return [(y := x) for x in xs if (z := x)], y, z


def single(xs):
    return [y for x in xs for y in [x + 1] if y]


def in_try(xs):
    try:
        return [x.y for x in xs]
    except E:
        return None


table = [[i * j for j in range(3)] for i in range(3)]
