# Special methods whose answers contradict each other or have the wrong type.


def attempt(name, action):
    try:
        result = action()
    except Exception as error:
        print(name, "->", type(error).__name__, error)
    else:
        print(name, "->", result)


class Liar:
    counter = 0

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        Liar.counter += 1
        return Liar.counter

    def __eq__(self, other):
        return True

    def __repr__(self):
        return self.name


d = {}
x = Liar("x")
for _ in range(5):
    d[x] = 1
print(len(d), x in d)
d.clear()
s = set()
for _ in range(5):
    s.add(x)
print(len(s))
print(len(set(list(s))), len(s | s), len(s & s) <= 5)


class Never:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 7


n = Never()
d = {n: 1, Never(): 2}
print(d[n], len(d), Never() in d, [n] == [n], [n].index(n), n in (n,))


class BadHash:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


for v in ("x", 1.5, None, 2**100, -1, True, -(2**61)):
    attempt(f"hash {v!r}", lambda: hash(BadHash(v)))


class BadLen:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


for v in (-1, "x", 2**63, 2**62, 1.0, True, None):
    attempt(f"len {v!r}", lambda: len(BadLen(v)))
    attempt(f"bool {v!r}", lambda: bool(BadLen(v)))


class BadBool:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


for v in (1, None, "x"):
    attempt(f"bool {v!r}", lambda: bool(BadBool(v)))
    attempt(f"not {v!r}", lambda: not BadBool(v))


class BadIndex:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for v in (1.0, None, 2**64, -(2**64), True):
    attempt(f"index {v!r}", lambda: [1, 2][BadIndex(v)])
    attempt(f"slice {v!r}", lambda: [1, 2][BadIndex(v) :])
    attempt(f"range {v!r}", lambda: range(BadIndex(v)))


class BadIter:
    def __iter__(self):
        return 5


attempt("bad iter", lambda: list(BadIter()))
attempt("bad iter for", lambda: [x for x in BadIter()])


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __format__(self, spec):
        return 1

    def __bytes__(self):
        return "x"

    def __dir__(self):
        return 5

    def __hash__(self):
        return 1

    def __int__(self):
        return "1"

    def __float__(self):
        return 1

    def __complex__(self):
        return 1

    def __length_hint__(self):
        return "x"

    def __iter__(self):
        return iter([])

    def __reversed__(self):
        return 5

    def __contains__(self, x):
        return "yes"


for f in (str, repr, format, bytes, dir, int, float, list, reversed, lambda x: 1 in x, lambda x: f"{x}", lambda x: f"{x!r}", lambda x: "%s" % x):
    attempt(getattr(f, "__name__", "?"), lambda: f(BadStr()))


