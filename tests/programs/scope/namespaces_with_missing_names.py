class Missing(dict):
    def __missing__(self, key):
        if key.startswith("_"):
            raise KeyError(key)
        return f"<{key}>"

print(eval("a", {}, Missing()))
print(eval("a + b", {}, Missing(b="B")))
print(eval("[x for x in seq]", {"seq": [1, 2]}, Missing()))
print(eval("len", Missing()))
exec("c = d", Missing(), space := Missing())
print(sorted(space.items()))

class Mapping:
    def __init__(self):
        self.log = []
        self.data = {"known": 5}
    def __getitem__(self, key):
        self.log.append(("get", key))
        return self.data[key]
    def __setitem__(self, key, value):
        self.log.append(("set", key, value))
        self.data[key] = value
    def __delitem__(self, key):
        self.log.append(("del", key))
        del self.data[key]

m = Mapping()
print(eval("known + 1", {}, m), m.log)
m.log.clear()
exec("x = known\ny = x * 2\ndel x\nimport math\ndef f(): return 1\nclass K: z = 1\nfor i in range(2): pass", {}, m)
print(m.log[:4], [entry[:2] for entry in m.log if entry[0] == "set"])
for text in ("undefined", "del_me"):
    try:
        eval(text, {}, m)
    except NameError as error:
        print(error)
try:
    exec("del nothing", {}, m)
except NameError as error:
    print(error)

class Bad:
    def __getitem__(self, key):
        raise ZeroDivisionError(key)
try:
    eval("a", {}, Bad())
except ZeroDivisionError as error:
    print("seen", error)

class Globals(dict):
    def __getitem__(self, key):
        print("asked", key)
        return super().__getitem__(key)
g = Globals(a=1)
print(eval("a", g), eval("(lambda: a)()", g))
for bad in (([], {}), ({}, 5), (None, 5), ({}, None)):
    try:
        print(eval("1", *bad))
    except TypeError as error:
        print(error)
