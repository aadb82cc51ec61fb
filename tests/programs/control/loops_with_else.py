def find(items, wanted):
    for i, x in enumerate(items):
        if x == wanted:
            break
    else:
        return "missing"
    return i


def countdown(n, stop):
    out = []
    while n:
        n -= 1
        if n % 2:
            continue
        if n == stop:
            break
        out.append(n)
    else:
        out.append("else")
    return out


def nested(limit):
    for i in range(limit):
        for j in range(limit):
            if i * j > 5:
                break
            if j > i:
                continue
        else:
            continue
        return i, j
    else:
        return "no"


def conditions(a, b):
    n = 0
    while not (a > 5 or b > 5) and a >= 0:
        a, b, n = a + 1, b + 2, n + 1
    while not n == 0:
        n -= 1
        if not n:
            break
    else:
        n = "else"
    while a is not None:
        a = None
    while b not in (0, 1, -1):
        b //= 2
    while n != "else" and 0 <= n < 3:
        n += 1
    return a, b, n


def iterator_is_kept():
    it = iter("abcdef")
    for x in it:
        print(x, next(it, None), end=" ")
        if x == "c":
            break
    print(list(it))


def empty():
    for x in ():
        pass
    else:
        print("else", end=" ")
    try:
        x
    except UnboundLocalError as e:
        print(e)


def constant():
    while 1:
        break
    else:
        print("never")
    while 0:
        print("never")
    else:
        print("else")
    for x in []:
        print("never")
    for a, (b, *c), d in [(1, (2, 3, 4), 5), (6, "xyz", 7)]:
        print(a, b, c, d)


print(find("abc", "b"), find("abc", "z"))
print(countdown(7, 100), countdown(7, 2))
print(nested(2), nested(10))
print(conditions(0, 0), conditions(4, -10))
iterator_is_kept()
empty()
constant()
