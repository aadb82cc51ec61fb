print({5, 3, 9, 1}, {100, 50, 8, 16, 24}, set(range(20)), {-1, -2, 0, 7})
s = set()
for i in (64, 32, 8, 40, 1, 33, 17, 1000003):
    s.add(i)
    print(s)
for i in (8, 1, 64):
    s.discard(i)
    print(s)
s.add(72)
s.add(9)
print(s, s.copy())
while s:
    print(s.pop(), end=" ")
print()
a, b = set(range(0, 30, 3)), set(range(0, 30, 5))
print(a | b, a & b, a - b, a ^ b, b - a, b & a)
print(a.union(b, [99]), a.intersection(b), frozenset(a) | b)
a |= b
print(a)
a -= {0, 3, 6}
a ^= {9, 1, 2}
print(a)
a.update(range(100, 120))
print(a)
print({x * x % 31 for x in range(40)})
print({1.5, 2, 3.25, 10.0, 1e3}, {True, 2, False, 0, 1})
print(set([(1, 2), (0, 1)]) == {(0, 1), (1, 2)}, {(i, i + 1) for i in range(3)} == {(2, 3), (0, 1), (1, 2)})
big = set()
for i in range(5000):
    big.add(i * 37 % 10007)
print(list(big)[:20], len(big))
for i in range(0, 5000, 2):
    big.discard(i * 37 % 10007)
print(list(big)[:20], len(big))
print(list(set(big))[:20], list(big | {5})[:10])
t = set(range(10))
print([t.pop() for _ in range(4)])
t.add(2)
t.update({0, 1})
print([t.pop() for _ in range(4)], t)
print({None, ...} == {..., None}, {10**20, 10**21, 2**61 - 1, 2**61})
