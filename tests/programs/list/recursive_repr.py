a = [1]
a.append(a)
print(a)
b = [a, (a,), {"a": a}]
a.append(b)
print(a)
print(b)
print(str(b) == repr(b))
d = {}
d["self"] = d
t = (d, [d])
d["t"] = t
print(d)
print(t)


class L(list):
    pass


x = L([1, 2])
x.append(x)
print(x)


class R:
    def __repr__(self):
        return f"R({items})"


items = [R(), 1]
print(items)
