# Lists made of iterators hold what a loop over them would see, and leave them where it would.
import collections
import itertools
import sys

L = list(range(200))
M = list(range(10))
D = {i: -i for i in range(50)}

makers = [
    lambda: iter(L), lambda: iter(tuple(M)), lambda: iter(range(5, 50, 3)), lambda: iter(range(2**61 - 2, 2**61 + 3)),
    lambda: reversed(L), lambda: reversed(tuple(M)), lambda: reversed(range(7)),
    lambda: iter(D), lambda: iter(D.values()), lambda: iter(D.items()),
    lambda: reversed(D), lambda: reversed(D.values()), lambda: reversed(D.items()),
    lambda: iter(set(L)), lambda: iter(frozenset()),
    lambda: iter(collections.deque(L)), lambda: reversed(collections.deque(L)),
    lambda: iter(collections.deque(L, 7)), lambda: reversed(collections.deque(L, 7)),
    lambda: zip(M, L), lambda: zip(L, M, M), lambda: zip(range(5), M, (1, 2, 3)), lambda: zip(M, M, M, M),
    lambda: zip(), lambda: zip(M), lambda: zip(*[iter(L)] * 3), lambda: zip(M, 'abc'), lambda: zip(M, M, strict=True),
    lambda: enumerate(M), lambda: enumerate(range(300), 2**61 - 100), lambda: enumerate('abc', -1),
    lambda: itertools.islice(L, 100, 200), lambda: itertools.islice(L, 3, 150, 7), lambda: itertools.islice(L, 150, 400),
    lambda: itertools.islice(L, 300, 400), lambda: itertools.islice(itertools.count(3, 2), 0, 50, 3),
    lambda: itertools.islice(itertools.count(2**61 - 3), 6), lambda: itertools.islice(itertools.count(0.5), 3),
    lambda: itertools.islice(itertools.cycle(M), 95), lambda: itertools.islice(itertools.cycle([]), 3),
    lambda: itertools.islice(itertools.cycle(x * 2 for x in M), 25),
    lambda: itertools.islice(map(str, M), 2, 5), lambda: itertools.islice(itertools.repeat('x'), 5),
    lambda: itertools.chain(M, (1, 2), range(5), D, {1, 2}, 'abc', iter(M), (x for x in M), [], itertools.chain(M, M)),
    lambda: itertools.chain.from_iterable([M] * 5), lambda: itertools.chain(), lambda: itertools.chain([], [], M),
    lambda: itertools.pairwise(M), lambda: itertools.pairwise([1]), lambda: itertools.pairwise([]),
    lambda: itertools.pairwise(range(2)), lambda: itertools.pairwise('abc'),
    lambda: itertools.product(M, M), lambda: itertools.product(range(3), repeat=4), lambda: itertools.product(),
    lambda: itertools.product([], M), lambda: itertools.product(M), lambda: itertools.product('ab', [1], 'cd'),
    lambda: itertools.combinations(M, 3), lambda: itertools.combinations(M, 0), lambda: itertools.combinations(M, 11),
    lambda: itertools.combinations(M, 10), lambda: itertools.combinations_with_replacement(M, 3),
    lambda: itertools.combinations_with_replacement([], 1), lambda: itertools.combinations_with_replacement([], 0),
    lambda: itertools.permutations(M, 3), lambda: itertools.permutations([], 0), lambda: itertools.permutations('abc'),
    lambda: itertools.repeat(1, 1000), lambda: itertools.repeat([], 0),
    lambda: itertools.tee(L)[1], lambda: itertools.tee(L, 3)[2], lambda: itertools.tee(x for x in L)[0],
]
for make in makers:
    stepped = []
    for item in make():
        stepped.append(item)
    # A few steps first, then the rest at once.
    mixed = make()
    begun = [item for item, _ in zip(mixed, 'ab')]
    assert list(make()) == [*make()] == list(tuple(make())) == stepped
    assert begun[:2] + list(mixed) == stepped[:2] + stepped[3:] or len(stepped) < 3, (begun, stepped)
    print(len(stepped), stepped[:2], stepped[-2:])

print('what is left behind')
it = iter(L)
print(len(list(zip(it, M))), next(it))
it = iter(M)
print(list(zip(M[:3], it)), next(it))
it = iter(range(10))
print(list(zip(it, 'ab', [1, 2, 3])), next(it))
it = iter(L)
print(list(itertools.islice(it, 5)), next(it))
print(list(itertools.islice(it, 2, 2)), next(it))
print(list(itertools.islice(it, 3, 2)), next(it))
one, other = itertools.tee(L)
next(one)
print(len(list(one)), len(list(other)), list(one), list(other))
it = itertools.product(M, M)
print(list(itertools.islice(it, 5)), next(it), len(list(it)), list(it))
it = itertools.combinations(M, 2)
print(list(itertools.islice(it, 5)), next(it), len(list(it)), list(it))
it = itertools.permutations('abc')
print(next(it), list(itertools.islice(it, 3)), list(it), list(it))
it = itertools.cycle(M)
print(list(itertools.islice(it, 13)), next(it))
it = itertools.count()
print(list(itertools.islice(it, 3)), it)
it = itertools.repeat('x', 5)
print(list(itertools.islice(it, 3)), it)
it = itertools.pairwise(M)
print(list(itertools.islice(it, 3)), next(it))
it = enumerate(M)
print(list(itertools.islice(it, 3)), next(it))
items = [1, 2, 3]
it = iter(items)
print(list(it))
items.append(4)
print(list(it))

print('changes and errors')
for made in D, set(L), collections.deque(M):
    made = made.copy()
    it = iter(made)
    next(it)
    (made.update if hasattr(made, 'update') else made.extend)({1000: 1})
    for _ in range(2):
        try:
            print(list(it))
        except RuntimeError as error:
            print(error)
try:
    list(zip(M, L, strict=True))
except ValueError as error:
    print(error)
try:
    list(itertools.chain(M, 5))
except TypeError as error:
    print(error)
growing = [1, 2, 3]
growing.extend(itertools.islice(growing, 10))
print(growing)

print('classes in Python')


class Hinted:
    def __iter__(self):
        return iter(M)

    def __length_hint__(self):
        print('hint')
        return 3


class Fives(zip):
    def __next__(self):
        return 5


class Count(itertools.count):
    pass


class Late(itertools.count):
    pass


print(list(Hinted()))
print(list(itertools.islice(Fives(M, M), 3)))
print(list(itertools.islice(Count(5), 3)))
Late.__next__ = lambda self: 'late'
print(list(itertools.islice(Late(5), 3)))
del Late.__next__
print(list(itertools.islice(Late(5), 3)))


class Dying:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies:', self.name)


print(len(list(itertools.islice(iter([Dying(1), Dying(2), Dying(3)]), 2, None))))

print('room')
empty = sys.getsizeof([])
print([sys.getsizeof(list(itertools.islice(L, n))) - empty for n in range(0, 120, 7)])
print([sys.getsizeof(list(zip(L[:n], L))) - empty for n in range(0, 120, 7)])

deep = iter(M)
for _ in range(2000):
    deep = itertools.islice(deep, 100)
print(list(deep))
