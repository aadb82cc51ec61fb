a = [1, 2, 3]
a.extend(a)
print(a)
a += a[:1]
print(a)
a.extend(x for x in range(3))
a.extend("ab")
a.extend({"k": 1})
a.extend(range(0))
print(a)


def grow():
    for i in range(5):
        b.append(i)
        yield -i


b = ["start"]
b.extend(grow())
print(b)


def fail():
    yield 1
    yield 2
    raise ValueError("stop here")


c = []
try:
    c.extend(fail())
except ValueError as e:
    print(e, c)
for bad in (5, None):
    try:
        c.extend(bad)
    except TypeError as e:
        print(e)
    try:
        c += bad
    except TypeError as e:
        print(e)
d = e = [1]
d += (2, 3)
print(e, d is e)
d = d + [4]
print(e, d)
n = 0
for x in a:
    n += 1
    if n < 20:
        a.append(n)
print(n, len(a))
