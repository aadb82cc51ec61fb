def show(what):
    a = list(range(10))
    try:
        del a[what]
        print(a)
    except Exception as e:
        print(type(e).__name__ + ":", e)


for what in (
    0, -1, 5, 10, -11, slice(None), slice(2, 5), slice(5, 2), slice(None, None, 2), slice(1, None, 3),
    slice(None, None, -1), slice(8, 2, -2), slice(9, 0, -4), slice(0, 10, 100), slice(3, 4, 5),
    slice(None, None, 0), "x", 1.0, slice(100, 200), slice(-3, None), slice(None, None, 10**20),
):
    show(what)
a = [[], {}, ()]
del a[0], a[0]
print(a)
