from itertools import *
import operator, copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, b = tee(iter("abcd")); next(a); next(a); c = copy.copy(a); print(list(b), list(a), list(c), tee([], 0), len(tee("x", 3))); t(lambda: tee([1], -1)); t(lambda: tee(5))
it = iter(range(10)); print(list(zip(it, it)), list(takewhile(lambda x: x < 3, it := iter(range(6)))), list(it))
g = groupby("aabbbca"); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2)); print([(k, list(v)) for k, v in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], [(k, len(list(v))) for k, v in groupby([])])
l = [1, 2, 3]; out = []
for x in chain(l, l):
    out.append(x)
    if len(out) == 1: l.append(9)
    if len(out) > 12: break
print(out); ch = chain.from_iterable(["ab", [1]]); print(next(ch), list(ch)); t(lambda: list(chain([1], 5))); t(lambda: list(chain.from_iterable(5)))
d = {1: 2}; cy = cycle(d); print(next(cy), next(cy)); t(lambda: next(cycle([]))); e = iter([1]); cy = cycle(e); print([next(cy) for _ in range(3)])
print(list(islice(count(), 2, 9, 3)), list(islice("abc", None)), next(islice(count(5), 3, None))); s = iter("abcdef"); print(list(islice(s, 2)), list(islice(s, 1, 2)), list(s)); print(list(islice(iter([]), 5)), list(islice("abcd", 1, None, 2)))
print(list(accumulate([1, 2, 3], initial=10)), list(accumulate("abc")), list(accumulate([3, 1, 2], max)), list(accumulate([])), list(accumulate([], initial=0)), list(accumulate([1, 2, 3], operator.mul)))
print(list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(starmap(pow, [(2, 3), (3, 2)])), list(filterfalse(None, [0, 1, ""])), list(dropwhile(bool, [1, 0, 1])), list(compress("abcd", [1, 0, True])), list(pairwise([1])), list(pairwise("abc")), list(batched("abcde", 2))); t(lambda: list(batched("ab", 0))); t(lambda: list(batched("abc", 2, strict=True)))
print(list(product("ab", repeat=2)), list(product()), list(product([], "a")), list(permutations("abc", 2))[:4], list(permutations([])), list(combinations("abc", 2)), list(combinations("a", 2)), list(combinations_with_replacement("ab", 2)), len(list(product(range(3), repeat=4))))
c = count(1, 2); print(next(c), c, count(), count(1.5, 0.5), next(count(-1)), repeat(1, 2), list(repeat("a", 2)), operator.length_hint(repeat(1, 5)), repeat(7)); t(lambda: count("a")); t(lambda: repeat()); t(lambda: next(repeat(1, 0))); big = count(2**62 - 1); print(next(big), next(big), next(big)); print(next(count(1, 0)), list(islice(count(10, -3), 3)))
class Bad:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 2: raise ValueError("second")
        if self.n > 3: raise StopIteration
        return self.n
for f in (chain, cycle, pairwise, lambda x: accumulate(x), lambda x: islice(x, 5), lambda x: groupby(x), lambda x: tee(x)[0], lambda x: zip_longest(x, [1]), lambda x: batched(x, 2), lambda x: filterfalse(None, x), lambda x: takewhile(bool, x), lambda x: starmap(pow, x)): t(lambda: list(f(Bad())))
z = zip_longest([1, 2], iter([])); print(next(z), list(z)); m = map(lambda *a: a, "ab", [1, 2, 3]); print(list(m), list(m))
class Rec:
    def __iter__(self): return self
    def __next__(self): return next(self.it)

