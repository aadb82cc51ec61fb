def count(n):
    s = i = 0
    while i < n:
        s += i
        i += 1
    else:
        s = -s
    return s


def search(items, wanted):
    for index, item in enumerate(items):
        if item is None:
            continue
        if item == wanted:
            break
    else:
        return None
    return index


def conditions(a, b):
    while a and b:
        a -= 1
    while not a:
        b -= 1
    while a is not None:
        a = a.next
    while not a < b:
        a += 1
    while True:
        if a:
            break
        if b:
            continue
        b = a


def nested(table, o):
    for row in table:
        for (a, b), *rest in row:
            for o.x, o[0] in rest:
                yield a, b
    for x in [1, 2, 3]:
        pass
    for y in {1, 2}:
        pass


for i, (j, k) in ():
    print(i, j, k)
