def attempt(f):
    try:
        f()
    except RuntimeError as e:
        print("RuntimeError:", e)


def grow(view):
    def run():
        for x in view(d):
            d[len(d) + 100] = 1

    return run


for view in (iter, dict.keys, dict.values, dict.items, reversed):
    d = {1: "a", 2: "b"}
    attempt(grow(view))
    print(d)


def shrink():
    for k in d:
        del d[k]


d = {1: 1, 2: 2, 3: 3}
attempt(shrink)
print(d)
d = {1: 1, 2: 2, 3: 3}
for k in d:
    d[k] = k * 10
print(d)
for k in list(d):
    if k != 2:
        del d[k]
print(d)


def replace():
    for k in d:
        del d[k]
        d[k + 100] = 1


d = {i: i for i in range(3)}
attempt(replace)
it = iter({1: 1, 2: 2})
print(next(it), it.__length_hint__())
d = {1: 1, 2: 2}
it = iter(d)
next(it)
d[3] = 3
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
d = {1: 1}
it = iter(d)
print(list(it), list(it))
d[2] = 2
print(list(it))
