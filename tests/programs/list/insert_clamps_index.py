a = [1, 2, 3]
a.insert(100, "end")
a.insert(-100, "start")
a.insert(-1, "before last")
a.insert(0, "zero")
a.insert(2, "two")
print(a)
b = []
b.insert(5, 1)
b.insert(-5, 2)
print(b)


class Index:
    def __index__(self):
        return 1


b.insert(Index(), "by __index__")
b.insert(True, "by bool")
print(b)
for bad in ("x", 1.5, None, 10**30):
    try:
        b.insert(bad, 0)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
