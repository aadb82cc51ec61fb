"""Nested displays assigned to nested targets: values first, then targets from left to right."""


def trace(n):
    print("value", n)
    return n


class Box:
    def __setattr__(self, name, value):
        print("set", name, value)

    def __setitem__(self, key, value):
        print("item", key, value)


def main():
    box = Box()
    (a, b), c = (trace(1), trace(2)), trace(3)
    print(a, b, c)
    (a, b), c = (b, a), (c, c)
    print(a, b, c)
    a, (b, [c, d]) = d0, (a, [b, c]) = 0, (1, [2, 3])
    print(a, b, c, d0)
    (box.x, box[trace(4)]), box.y = (trace(5), trace(6)), trace(7)
    (a, (b, c)), d = (b, (c, a)), a
    print(a, b, c, d)
    i = 0
    values = [0, 0, 0]
    (i, values[i]), j = (1, 9), 5
    print(i, values, j)
    (a, b), c = [(1, 2), 3]
    print(a, b, c)
    (a, *b), c = (1, 2, 3), 4
    print(a, b, c)
    try:
        (a, b), c = (1, 2, 3), 4
    except ValueError as error:
        print(error)
    try:
        (a, b), c = 5, 6
    except TypeError as error:
        print(error)
    [[a, b], c] = [[c, a], b]
    print(a, b, c)
    (), a = (), 3
    print(a)
    (((((a, b), c), d), e), g), h = (((((1, 2), 3), 4), 5), 6), 7
    print(a, b, c, d, e, g, h)
    (a, a), a = (1, 2), 3
    print(a)


main()


def stars():
    row = [1, 2, 3]
    first, *row = row
    print(first, row)
    *row, last = row
    print(row, last)
    a, *b, c = "xyz"
    print(a, b, c)
    a, *b = (1,)
    print(a, b)
    for value in ([], (), [1], range(1)):
        try:
            a, b, *c = value
        except ValueError as error:
            print(error)
    pairs = [(1, [2, 3]), [4, (5, 6)], (7, "ab")]
    for i, (j, k) in pairs:
        print(i, j, k)
    for i, j in ((1, 2), [3, 4], "ab", {5: 0, 6: 0}, [7]):
        try:
            print(i, j)
        except ValueError as error:
            print(error)


try:
    stars()
except ValueError as error:
    print(error)
