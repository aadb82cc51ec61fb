def show(start, what, value):
    a = list(start)
    try:
        a[what] = value
        print(a)
    except Exception as e:
        print(type(e).__name__ + ":", e, a)


r = range(6)
show(r, slice(1, 3), "abcde")
show(r, slice(1, 3), [])
show(r, slice(2, 2), [10, 11])
show(r, slice(4, 1), ["x"])
show(r, slice(None), ())
show(r, slice(-2, None), (i * i for i in range(4)))
show(r, slice(100, 200), [1])
show(r, slice(-100, -90), [1])
show(r, slice(0, 6, 2), "abc")
show(r, slice(None, None, -1), r)
show(r, slice(None, None, -2), "abc")
show(r, slice(0, 6, 2), "ab")
show(r, slice(0, 6, 2), [])
show(r, slice(5, 0, 2), [])
show(r, slice(5, 0, 2), [1])
show(r, slice(0, 2), 5)
show(r, slice(0, 6, 2), 5)
show(r, slice(0, 6, 0), [1])
show(r, slice("a"), [1])
a = list(r)
a[2:4] = a
print(a)
a = list(r)
a[::-1] = a
print(a)
a[:] = iter("xyz")
print(a)
a[0:1] = {"k": 1, "l": 2}
print(a)
