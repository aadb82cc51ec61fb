"""itertools: chains of iterators, groups, products and combinations."""
import sys
from functools import reduce
from itertools import accumulate, chain, combinations, compress, count, cycle, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest
from operator import add, itemgetter, mul


def main(n):
    total = sum(islice(chain.from_iterable(repeat(range(100))), n))
    total += sum(compress(count(), islice(cycle([1, 0, 0, 1]), n)))
    total += sum(b - a for a, b in pairwise(accumulate(range(n))))
    total += sum(1 for _ in takewhile(lambda x: x < n // 2, count()))
    total += sum(starmap(mul, zip(range(n // 2), cycle([1, 2, 3]))))
    first, second = tee(range(n // 2))
    total += sum(a * b for a, b in zip(first, islice(second, 1, None)))
    groups = [(key, len(list(group))) for key, group in groupby(range(n // 2), key=lambda x: x // 10)]
    rows = sorted(groups, key=itemgetter(1, 0))
    letters = sum(1 for c in combinations("abcdefghijklmnopqrstu", 5) if c[0] < c[-1])
    orders = sum(p[0] < p[-1] for p in permutations(range(8)))
    cells = sum(a ^ b ^ c for a, b, c in product(range(n // 8000), repeat=3))
    pairs = sum(a + (b or 0) for a, b in zip_longest(range(n // 2), range(n // 4)))
    print(total, len(rows), rows[-1], letters, orders, cells, pairs, reduce(add, range(n // 2)))


main(16000 * (int(sys.argv[1]) if len(sys.argv) > 1 else 80))
