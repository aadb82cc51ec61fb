def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = list("abcdefgh")
attempt(a.pop)
attempt(a.pop, 0)
attempt(a.pop, -2)
attempt(a.pop, 100)
attempt(a.pop, -100)
attempt(a.pop, "x")
attempt(a.pop, 10**30)
attempt([].pop)
attempt([].pop, 3)
attempt(a.remove, "d")
attempt(a.remove, "zz")
attempt(a.remove)
print(a)
while a:
    a.pop()
print(a, len(a))


class Odd:
    def __eq__(self, other):
        return other == "odd"


b = [1, Odd(), "x", Odd()]
b.remove("odd")
print(len(b), b[1])
b.clear()
print(b)
