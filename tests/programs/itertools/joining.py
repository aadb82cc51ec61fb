from itertools import chain, groupby, tee, zip_longest


def show(call):
    try:
        result = call()
        print(repr(result) if isinstance(result, (int, list, tuple, str)) else type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


print(list(chain("ab", [1], (2, 3), {}, range(2))), list(chain()), list(chain.from_iterable(["ab", "cd"])))
print(list(chain.from_iterable(x for x in [[1], [], [2, 3]])), list(chain([])), chain[int])
c = chain([1], 5, [2])
print(next(c))
show(lambda: next(c))
show(lambda: next(c))
show(lambda: chain(a=1))
show(lambda: chain.from_iterable(1))
show(lambda: list(chain.from_iterable([1])))
print(list(zip_longest("abc", [1], (x for x in "xy"))), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()))
show(lambda: zip_longest([1], 1))
show(lambda: zip_longest([1], fill=1))
print([(k, list(g)) for k, g in groupby("aaabbcaa")], [(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)])
print(list(groupby([])), [k for k, _ in groupby([1, 1.0, True, 2])])
groups = groupby("aabbc")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), list(g2))
k, g = next(groups)
print(next(g), next(g, "end"), next(groups, "no more"))
animals = sorted(["duck", "eagle", "rat", "giraffe", "bear", "bat"], key=len)
print({k: list(g) for k, g in groupby(animals, key=len)})
show(lambda: groupby(1))
show(lambda: list(groupby([1, 2], key=1)))
show(lambda: [list(g) for _, g in groupby([1, 2], lambda x: 1 / (x - 2))])
a, b = tee("abc")
print(next(a), next(a), list(b), list(a), list(b))
x, y, z = tee((i for i in range(200)), 3)
print(sum(x), sum(y), next(z), sum(z))
p, = tee([1, 2], 1)
q, r = tee(p)
print(list(q), list(r), tee([], 0))
it = iter(range(5))
m, n = tee(it)
print(next(m), next(it), list(n), list(m))
w = m.__copy__()
show(lambda: tee([1], -1))
show(lambda: tee(1))
show(lambda: tee())
show(lambda: tee([1], "a"))


class Reenter:
    first = True

    def __iter__(self):
        return self

    def __next__(self):
        if Reenter.first:
            Reenter.first = False
            return next(self.twin)
        return 1


source = Reenter()
a, b = tee(source)
source.twin = b
show(lambda: next(a))
big1, big2 = tee(iter(range(100000)))
for _ in big1:
    pass
print(sum(big2))
