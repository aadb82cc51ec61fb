# runs: plain: 100,000 levels take long
# Containers nested 100,000 deep: every operation ends, with an answer or RecursionError.
import copy

DEPTH = 100_000


def attempt(name, action):
    try:
        result = action()
    except RecursionError:
        print(name, "RecursionError")
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, "done" if result is None or not isinstance(result, bool) else result)


def lists():
    x = []
    for _ in range(DEPTH):
        x = [x]
    return x


def tuples():
    x = ()
    for _ in range(DEPTH):
        x = (x,)
    return x


def dicts():
    x = {}
    for _ in range(DEPTH):
        x = {"k": x}
    return x


class Node:
    def __init__(self, child):
        self.child = child


class Equal(Node):
    def __eq__(self, other):
        return self.child == other.child

    def __repr__(self):
        return f"E({self.child!r})"

    def __hash__(self):
        return hash(self.child)


def nodes(cls=Node):
    x = None
    for _ in range(DEPTH):
        x = cls(x)
    return x


def frozensets():
    x = frozenset()
    for _ in range(500):
        x = frozenset([x])
    return x


for name, make in [("list", lists), ("tuple", tuples), ("dict", dicts)]:
    a, b = make(), make()
    attempt(name + " ==", lambda: a == b)
    attempt(name + " !=", lambda: a != b)
    if name != "dict":
        attempt(name + " <", lambda: a < b)
        attempt(name + " >=", lambda: a >= b)
        attempt(name + " in", lambda: a in [b])
        attempt(name + " index", lambda: [b].index(a))
        attempt(name + " count", lambda: [b].count(a))
        attempt(name + " remove", lambda: [b].remove(a))
        attempt(name + " sort", lambda: [a, b].sort())
        attempt(name + " max", lambda: max(a, b))
    attempt(name + " repr", lambda: repr(a))
    attempt(name + " str", lambda: str(a))
    attempt(name + " format", lambda: f"{a}")
    attempt(name + " %r", lambda: "%r" % (a,))
    attempt(name + " copy", lambda: copy.copy(a))
    attempt(name + " print", lambda: print(a))
    attempt(name + " bool", lambda: bool(a))
    attempt(name + " is", lambda: a is b)
    attempt(name + " match", lambda: match(a))
    del a, b


def match(x):
    match x:
        case [[[[y]]]]:
            return True
        case (((z,),),):
            return True
        case {"k": {"k": w}}:
            return True
    return False


attempt("match", lambda: match(lists()))
attempt("match", lambda: match(dicts()))
attempt("node equal", lambda: nodes(Equal) == nodes(Equal))
attempt("node repr", lambda: repr(nodes(Equal)))
attempt("node hash", lambda: hash(nodes(Equal)))
attempt("node free", lambda: nodes() and None)
attempt("frozensets", lambda: frozensets() == frozensets())
attempt("frozensets hash", lambda: hash(frozensets()) and None)

# a list that holds itself
l = []
l.append(l)
print(l)
m = []
m.append(m)
attempt("cycles ==", lambda: l == m)
attempt("cycles <", lambda: l < m)
attempt("same", lambda: l == l)
d = {}
d["d"] = d
print(d)
e = {}
e["d"] = e
attempt("dict cycles ==", lambda: d == e)
t = ([],)
t[0].append(t)
print(t)
attempt("hash of cycle", lambda: hash(t))
attempt("deepcopy of cycle", lambda: copy.deepcopy(t))
s = slice([], 1)
attempt("slice hash", lambda: hash(s))

