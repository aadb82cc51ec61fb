def values(x):
    match x:
        case 1:
            return "one"
        case "two" | b"two":
            return "two"
        case None | True:
            return "singleton"
        case -1.5 | a.b.c:
            return "value"
        case _:
            return "other"


def sequences(x):
    match x:
        case []:
            return 0
        case [a]:
            return a
        case ["add", a, b]:
            return a + b
        case [a, (b, c), *rest] if rest:
            return rest
        case [_, *_, last]:
            return last
        case [1, *_] | (*_, 1) as whole:
            return whole


def mappings(x):
    match x:
        case {}:
            pass
        case {"type": "point", "x": x, a.b: y}:
            return x, y
        case {"k": v, **rest}:
            return rest


def classes(x):
    match x:
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) | Vector(x, y):
            return x, y
        case int(x) | str(x):
            return x
        case A(B(c), d=[e]):
            return c, e


match command:
    case [name, *arguments]:
        print(name)
