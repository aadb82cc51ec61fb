def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", e)


t = (1, "a", None, 2.5, (3,), [4])
print(t, t[0], t[-1], t[1:3], t[::-1], t[::2], len(t), t[5:1], ())
print((1,), (1, 2), ((),), ((1,),), tuple("ab"), tuple([1]), tuple())
attempt(lambda: t[6])
attempt(lambda: t[-7])
attempt(lambda: t["x"])
attempt(lambda: t[1.0])
attempt(lambda: t[10**30])
attempt(lambda: t[::0])
attempt(t.index, 2.5)
attempt(t.index, 99)
attempt(t.index, 1, 1)
attempt(t.index, "a", -100, 100)
attempt(t.index, 1, None)
attempt(t.index)
attempt(t.count, None)
attempt(t.count)
attempt(tuple, 1)
attempt(tuple, 1, 2)
attempt(tuple, x=1)
attempt(lambda: t + [1])
attempt(lambda: t + (1,))
attempt(lambda: (1, 2) * 2)
attempt(lambda: 2 * (1, 2))
attempt(lambda: (1,) * -1)
attempt(lambda: (1,) * "a")
attempt(lambda: (1, 2) * 10**18)
attempt(lambda: () * 10**18)
attempt(lambda: (1,) * 10**30)
attempt(lambda: t.__setitem__(0, 1))
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
print(2.5 in t, 7 in t, [4] in t, 3 not in t)
a = (1, 2)
b = a
a += (3,)
print(a, b, tuple(b) is b, b[:] is b, () is (), tuple([]) is ())
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1.0, 2.0), (1,) != (2,), () < (0,))
attempt(lambda: (1,) < [1])
attempt(lambda: (1, "a") < (1, 2))
x, *y, z = t
print(x, y, z)
print(t.__getnewargs__() == (t,), (1, 2).__len__(), (1, 2).__contains__(2))
