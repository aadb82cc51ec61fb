# runs: plain
# A long list that needs a larger buffer is copied to it part by part.
class Tracked:
    live = 0

    def __init__(self):
        Tracked.live += 1

    def __del__(self):
        Tracked.live -= 1


n = 4_300_000
l = list(range(n))
l[10:20] = [Tracked() for i in range(5)] + [-1] * n
print(len(l), l[9], type(l[10]).__name__, l[15], l[n + 14], l[n + 15], l[-1], Tracked.live)
l[10:15] = l
print(len(l), Tracked.live, l[10] == 0, l[19] == 9, l[-1])
l[:] = ()
print(len(l), Tracked.live)
l[0:0] = (i for i in range(n))
print(len(l), sum(l))
l[n:] = l
print(len(l), sum(l))
first, *rest, last = iter(l)
print(first, len(rest), last, rest[0], rest[-1])
print(len(sorted(iter(l))), sorted(iter(l))[-2:], len(tuple(iter(l))))
