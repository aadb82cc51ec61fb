a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-7])
print(a[::2], a[1::3], a[::-1], a[8:2:-2], a[-1:-5:-1])
print(a[5:2], a[100:], a[:100], a[-100:3], a[3:-100])
print(a[100::-3], a[:-100:-4], a[2:8:100], a[8:2:-100])
print(a[True:5], a[None:None:None])
print(a[:: 10**30], a[:: -(10**30)], a[10**30 :], a[: -(10**30)])


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(a[I(2) : I(8) : I(3)], a[I(4)])
for bad in (slice("a"), slice(None, None, 0), slice(1.5, 2), "x", None, 2.0, (1, 2)):
    try:
        a[bad]
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for bad in (10, -11, 10**30, -(10**30)):
    try:
        a[bad]
    except IndexError as e:
        print("IndexError", e)
b = a[:]
print(b == a, b is a)
