import functools

words = "the quick brown fox jumps over the lazy dog and runs away".split()
print(sorted(words))
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
print(sorted(words, reverse=True))
print(sorted(words, key=str.upper))
pairs = [(x % 3, x) for x in range(12)]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
pairs.sort()
print(pairs[:4])
mixed = [3, 1.5, True, -2, 10**20, 0.0, False, -1e300]
print(sorted(mixed))
print(sorted(mixed, reverse=True))
big = [10**20 + i for i in (5, 3, 9)] + [-(10**20)]
big.sort()
print(big)
print(sorted([2.5, -0.0, 0.0, 1e308, -1e308, float("inf"), float("-inf")]))
print(sorted(["é", "e", "z", "€", "a", "\U0001f600", "\uffff"]))
print(sorted([b"b", b"a", b"ab", b""]))
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,), ()]))
print(sorted([[2], [1, 5], [1], []]))
print(sorted(range(20), key=lambda n: (n % 4, -n)))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(sorted({"b": 1, "a": 2}), sorted("hello"), sorted(()))
