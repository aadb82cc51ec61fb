class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = [D(1), D(2), D(3)]
del a[0]
print("-")
a[0] = 5
print("-")
a.append(D(4))
a.clear()
print("--")
a = [D(5), D(6), D(7)]
a[0:2] = [D(8)]
print("--")
a = None
print("---")
t = (D("t1"), D("t2"))
t = None
print("---")
b = [D("b")]
b *= 0
print("----")
c = [D("c1"), D("c2"), D("c3"), D("c4")]
del c[::2]
print("----")
del c
d = {"x": D("dx"), "y": D("dy")}
d["x"] = 0
d.pop("y")
d[D("key")] = D("value")
d.clear()
print("done")
