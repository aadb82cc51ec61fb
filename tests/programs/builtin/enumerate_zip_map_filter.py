# enumerate, zip, map and filter: laziness, strictness, keywords, several iterables, exceptions inside.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate(iterable="a", start=2**70)))
print(attempt(enumerate), attempt(enumerate, 5), attempt(enumerate, "a", "b"), attempt(enumerate, "a", 1, 2), attempt(enumerate, "a", begin=1))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", "cd", "ef")), attempt(zip, 5), attempt(zip, [], 5), attempt(zip, other=1))
for iterables in [("ab", "cd"), ("ab", "c"), ("a", "cd"), ("ab", "cd", "e"), ("ab", "cd", "efg"), ("", "a"), ()]:
    print(iterables, attempt(lambda: list(zip(*iterables, strict=True))))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), attempt(map, str), attempt(map), attempt(map, 5, 6))
print(attempt(lambda: list(map(5, [1]))), attempt(lambda: list(map(lambda a: a, [1], [2]))), attempt(map, str, [1], key=1))
print(list(filter(None, [0, 1, "", "a"])), list(filter(str.isalpha, "a1b")), list(filter(bool, [0, 3])), attempt(filter, None), attempt(filter, None, 5))


def noisy(items):
    for item in items:
        print("give", item)
        yield item


pairs = zip(noisy([1, 2]), noisy("ab"))
print(next(pairs))
print(list(pairs))
chain = map(lambda x: 10 // x, filter(lambda x: x != 3, [5, 3, 0, 2]))
print(next(chain), attempt(next, chain), next(chain), next(chain, "end"))
print(type(iter(pairs)) is zip, iter(chain) is chain)
first = iter("abcdef")
print(list(zip(first, first, first)))
