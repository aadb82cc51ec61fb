from collections import ChainMap, UserDict, UserList, UserString


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


base, over = {"a": 1, "b": 2}, {"b": 20, "c": 30}
m = ChainMap(over, base)
print(m, m["a"], m["b"], list(m), len(m), dict(m), "c" in m, m.get("z", 0), m.maps)
m["new"] = 1
print(over, base)
child = m.new_child({"a": "child"})
print(child["a"], child.parents["a"], child)
show(lambda: m["nope"])
show(lambda: m.__delitem__("a"))
show(lambda: m.pop("a"))
print(m.pop("new"), m | {"x": 1}, bool(ChainMap()))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u["B"] = 2
u.update({"C": 3})
print(u, u.data, "a" in u, len(u), u | {"D": 4}, sorted(u))
show(lambda: u["zz"])
l = UserList([3, 1, 2])
l.append(4)
l.sort()
print(l, l[1:], l + [5], l * 2, l.index(3), l == [1, 2, 3, 4], l.data)
s = UserString("hello")
print(s, s.upper(), s + "!", s[1], s[::-1], len(s), s == "hello", s.replace("l", "L"), "ell" in s, type(s.upper()).__name__)
