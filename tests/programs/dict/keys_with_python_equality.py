class K:
    def __init__(self, n, h=1):
        self.n = n
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        log.append((self.n, getattr(other, "n", other)))
        return isinstance(other, K) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


log = []
d = {K(1): "one", K(2): "two", K(3): "three"}
print(d, log)
log.clear()
print(d[K(3)], d.get(K(9)), K(2) in d, log)
log.clear()
d[1] = "int"
print(d[1], d.get(1.0), log)
log.clear()
k = K(5)
d[k] = "five"
log.clear()
print(d[k], log)
del d[K(2)]
print(d)


class Evil:
    def __init__(self, action):
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.action()
        return False


def clear():
    e.clear()


def grow():
    for i in range(100, 150):
        e[i] = i


for action in (clear, grow):
    e = {Evil(lambda: None): 1, 3: 4}
    x = Evil(action)
    e[x] = 2
    try:
        print(e.get(Evil(action), "missing"), len(e))
    except RuntimeError as err:
        print(err)


class Broken:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("cannot compare")


b = {1: "a"}
for f in (lambda: b[Broken()], lambda: Broken() in b, lambda: b.pop(Broken()), lambda: b.setdefault(Broken(), 1)):
    try:
        f()
    except ValueError as e2:
        print(e2)


class NoHash:
    def __hash__(self):
        raise TypeError("hash refused")


for f in (lambda: b[NoHash()], lambda: {NoHash(): 1}, lambda: b.get(NoHash()), lambda: NoHash() in b.keys()):
    try:
        f()
    except TypeError as e2:
        print(e2)


class StrKey(str):
    def __eq__(self, other):
        print("asked")
        return str.__eq__(self, other)

    __hash__ = str.__hash__


s = {"key": 1}
print(s[StrKey("key")])
s = {StrKey("key"): 1}
print(s["key"])
