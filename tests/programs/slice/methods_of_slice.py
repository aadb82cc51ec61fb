# slice: attributes, indices, equality, hashing, what uses them.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for s in (slice(5), slice(1, 5), slice(1, 5, 2), slice(None), slice(None, None, -1), slice(-3, None), slice("a", [], 1.5)):
    print(s, s.start, s.stop, s.step, attempt(s.indices, 4), attempt(hash, s) == attempt(hash, s), s == slice(s.start, s.stop, s.step), s.__reduce__()[1])
for length in (0, 1, 5, 2**70):
    print(length, slice(None, None, -1).indices(length), slice(-2, 100).indices(length), slice(10, -10, -3).indices(length), slice(2**80, None, -(2**60)).indices(length))
print(attempt(slice), attempt(slice, 1, 2, 3, 4), attempt(slice, stop=1), attempt(slice(1).indices), attempt(slice(1).indices, -1), attempt(slice(1).indices, "a"), attempt(slice(1, 2, 0).indices, 5), attempt(lambda: slice(1) < slice("a")), slice(1) < slice(2), slice(1, 2) != slice(1, 3), attempt(setattr, slice(1), "start", 2))


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


x = Shows()
print(x[1], x[1:2], x[:], x[::2], x[1:2, 3], x[...], x[1:2:3, ::], x["a":"b"], x[-1:])
x[1:2] = 5
del x[::3]
print({slice(1, 2): "hashable"}[slice(1, 2)], attempt(hash, slice([], 1)))
