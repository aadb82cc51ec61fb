a, b, c = {1, 2}, {1, 2, 3}, {2, 4}
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= a, a < a)
print(a < c, a > c, a <= c, a == {2, 1}, frozenset(a) == a, frozenset(a) < b, a.issubset(b), b.issuperset(a))
print(a.issubset([1, 2, 3]), a.issuperset([]), set() <= a, set() < set(), a == [1, 2])
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(hash(frozenset(range(100))), hash(frozenset([frozenset(), frozenset([frozenset()])])))
print(frozenset([1]) in {frozenset([1]): 0}, {frozenset("ab"), frozenset("ba")} == {frozenset("ab")})


class E:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, E) and self.n == other.n


x, y = {E(1), E(2)}, {E(2), E(1)}
print(x == y, len(x | y), len(x & y), len(x - y), len(x ^ {E(3)}))


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("cannot compare")


for f in (lambda: {1, Bad()}, lambda: Bad() in {1}, lambda: {1} | {Bad()}, lambda: {1}.discard(Bad()), lambda: {1} & {Bad()}):
    try:
        f()
        print("nothing raised")
    except ValueError as e:
        print(e)
