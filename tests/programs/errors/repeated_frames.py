def down(n):
    if n == 0:
        raise KeyError("bottom")
    return down(n - 1)


def twice(n):
    if n:
        twice(n - 1)
    else:
        down(3)


try:
    twice(4)
except KeyError:
    down(100)
