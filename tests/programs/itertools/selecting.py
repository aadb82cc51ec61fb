from itertools import batched, compress, dropwhile, filterfalse, islice, pairwise, starmap, takewhile


def show(call):
    try:
        result = call()
        print(result if isinstance(result, (int, list, tuple, str)) else type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


def gen(n):
    for i in range(n):
        yield i
    print("exhausted", n)


print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [1])), list(compress([], [1])))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1, 5])))
print(list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(bool, [0, 1])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, [[1, 5, 2], "az", (x for x in (4, 3))])))
t = takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(list(t), list(t), next(t, "end"))
print(list(islice("abcdefg", 3)), list(islice("abcdefg", 2, 5)), list(islice("abcdefg", 1, None, 3)), list(islice("abc", 5, 9)))
print(list(islice(gen(10), 2, 8, 3)), list(islice(gen(2), None)), list(islice(gen(3), 0)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 2)), list(it))
s = islice(gen(3), 1, 10)
print(next(s), next(s), next(s, "end"), next(s, "end"))
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])), list(pairwise(gen(3))))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("ab", 5)), list(batched("abcd", 2, strict=True)))
b = batched("abcde", 2, strict=True)
print(next(b), next(b))
show(lambda: next(b))
for call in [
    lambda: islice([1], -1), lambda: islice([1], "a"), lambda: islice([1], 0, -1), lambda: islice([1], -1, 2),
    lambda: islice([1], 0, 1, 0), lambda: islice([1]), lambda: islice(1, 2), lambda: islice([1], 1, 2, 3, 4),
    lambda: batched("a", 0), lambda: batched("a", "b"), lambda: batched("a"), lambda: pairwise(1), lambda: pairwise(),
    lambda: compress([1]), lambda: compress(1, [1]), lambda: dropwhile(1), lambda: next(dropwhile(1, [1])),
    lambda: starmap(1, [1]), lambda: next(starmap(pow, [1])), lambda: next(starmap(pow, [(1,)])), lambda: filterfalse(None),
    lambda: takewhile(predicate=1, iterable=[]), lambda: islice([1], stop=2), lambda: batched(iterable="a", n=1),
]:
    show(call)


def bad():
    yield 1
    raise KeyError("inside")


for make in (lambda: islice(bad(), 5), lambda: pairwise(bad()), lambda: batched(bad(), 2), lambda: compress(bad(), [1, 1, 1])):
    it = make()
    show(lambda: list(it))
    show(lambda: list(it))
