def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


big = 10**30
r = range(big, big + 10, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r.index(big + 3), big + 3 in r, big + 4 in r, r.count(big))
print(list(reversed(r)), list(r[::-1]))
h = range(0, big)
print(h, h[5], h[-1], h[10**29], h[:: 10**29], bool(h), big - 1 in h, big in h, -1 in h, h.index(10**25))
attempt(len, h)
attempt(lambda: h[big])
attempt(lambda: h[-big - 1])
attempt(lambda: list(h[big - 3 :]))
it = iter(h)
print(next(it), next(it), it.__length_hint__())
print(next(reversed(h)), next(iter(range(-big, big, big))))
print(list(range(-big, big + 1, big)), len(range(-big, big + 1, big)))
m = 2**63
for r in (range(m - 3, m), range(m - 2, m + 2), range(-m, -m + 2), range(m - 1, m - 1 - 2**62 * 3, -(2**62)), range(-m - 2, -m)):
    print(r, list(r), list(reversed(r)), len(r))
print(len(range(2**63 - 1)), range(2**63 - 1)[-1])
attempt(len, range(2**63))
print(hash(range(big)) == hash(range(0, big)), range(big) == range(0, big, 1), range(0, big, big) == range(1))
n = 0
for i in range(2**62 - 2, 2**62 + 2):
    n += i
print(n)
for i in range(-(2**61) - 2, -(2**61) + 2):
    print(i, end=" ")
print()
attempt(lambda: range(2**200)[2**199])
attempt(lambda: range(0, 2**200, 2**100)[5:10])
print([x for x in range(10**20, 10**20 + 3)])
