def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [1, 2, 3, 2, 1, 2.0, True, "2", None, (1, 2), [1, 2]]
attempt(a.index, 2)
attempt(a.index, 2, 2)
attempt(a.index, 2, 4)
attempt(a.index, 2, -7, -1)
attempt(a.index, 1, 1, 4)
attempt(a.index, "x")
attempt(a.index, [1, 2])
attempt(a.index, (1, 2))
attempt(a.index, 2, None)
attempt(a.index, 2, "a")
attempt(a.index, 1, 10**20)
attempt(a.index, 1, -(10**20), 10**20)
attempt(a.index)
attempt(a.count, 1)
attempt(a.count, 2)
attempt(a.count, "2")
attempt(a.count, None)
attempt(a.count)
nan = float("nan")
print([nan].index(nan), [nan].count(nan), nan in [nan], float("nan") in [nan])
