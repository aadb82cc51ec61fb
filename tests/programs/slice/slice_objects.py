def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), slice("a", [1], {}))
attempt(slice)
attempt(slice, 1, 2, 3, 4)
attempt(s.indices, 5)
attempt(s.indices, 100)
attempt(slice(None, None, -1).indices, 5)
attempt(slice(-3, None).indices, 5)
attempt(slice(-300, 300).indices, 5)
attempt(slice(10**30, -(10**30), -(10**30)).indices, 10**40)
attempt(s.indices, -1)
attempt(s.indices, "x")
attempt(slice(1, 2, 0).indices, 5)
attempt(slice("a").indices, 5)
print(slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1, 3), slice(1) != slice(2), slice(1, 2) < slice(1, 3), slice(1) == 1)
attempt(lambda: slice(1) < 5)
attempt(lambda: slice(None) < slice(1))
print(hash(slice(1, 2, 3)), hash(slice(1, 2, 3)) == hash(slice(1, 2, 3)), {slice(1, 2): "x"}[slice(1, 2)])
attempt(lambda: hash(slice([])))
attempt(lambda: setattr(s, "start", 5))
try:

    class Sub(slice):
        pass
except TypeError as e:
    print(e)


class Get:
    def __getitem__(self, key):
        return key


g = Get()
print(g[1:2], g[:], g[::2], g[1:2, 3], g[..., 1:], g[()], g[1,], g["a":"b"])
print(s.__reduce__()[1])
