# Which operand is asked first, with subclasses, NotImplemented, in-place forms and missing methods.
def make(name, bases=(), **methods):
    def method(op, result):
        def f(self, other, *rest):
            print(f"  {name}.{op}({type(other).__name__})")
            return result

        return f

    return type(name, bases, {f"__{op}__": method(op, r) for op, r in methods.items()})


def show(label, f):
    print(label)
    try:
        print("  =", f())
    except TypeError as e:
        print("  TypeError", e)


NI = NotImplemented
A = make("A", add=NI, radd="A.radd", sub="A.sub", lt=NI, gt=NI, eq=NI, iadd=NI, mul=NI)
B = make("B", add="B.add", radd="B.radd", rsub="B.rsub", lt=NI, gt="B.gt", eq=NI, rmul=NI)
SubA = make("SubA", (A,), radd="SubA.radd", rsub="SubA.rsub", gt="SubA.gt", eq="SubA.eq")
SameSubA = make("SameSubA", (A,))
a, b, sub, same = A(), B(), SubA(), SameSubA()
show("a + b", lambda: a + b)
show("a + a", lambda: a + a)
show("a + sub", lambda: a + sub)
show("sub + a", lambda: sub + a)
show("a + same", lambda: a + same)
show("a - sub", lambda: a - sub)
show("a - b", lambda: a - b)
show("b - a", lambda: b - a)
show("a < b", lambda: a < b)
show("a < a", lambda: a < a)
show("a < sub", lambda: a < sub)
show("a == b", lambda: a == b)
show("a != b", lambda: a != b)
show("a == sub", lambda: a == sub)
show("a * b", lambda: a * b)
show("a + 1", lambda: a + 1)
show("1 + a", lambda: 1 + a)
show("1 - a", lambda: 1 - a)
show("1 - b", lambda: 1 - b)
show("[] + b", lambda: [] + b)
show("'' + a", lambda: "" + a)
show("(1,) + b", lambda: (1,) + b)
show("'%s' % b", lambda: type("%s" % b).__name__)
show("[1] * a", lambda: [1] * a)


def inplace():
    x = a
    x += b
    return x


show("a += b", inplace)


class InPlace:
    def __iadd__(self, other):
        print("  iadd")
        return self

    def __add__(self, other):
        print("  add")
        return "sum"

    def __imatmul__(self, other):
        return "matmul"


x = y = InPlace()
x += 1
print(x is y)
x @= 1
print(x)
l = [InPlace()]
l[0] += 5
print(type(l[0]).__name__)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)


class Number(int):
    def __add__(self, other):
        return Number(int(self) + int(other) + 100)

    __radd__ = __add__

    def __eq__(self, other):
        return "eq"

    def __hash__(self):
        return 1


n = Number(5)
print(n + 1, 1 + n, n - 1, type(n - 1).__name__, 5 == n, n == 5, n != 5, sum([n, n]), -n, type(-n).__name__)


class Unary:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n="default"):
        return f"round {n}"

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __pow__(self, e, m=None):
        return ("pow", e, m)

    def __rpow__(self, b, m=None):
        return ("rpow", b, m)

    def __ipow__(self, e):
        return ("ipow", e)


u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 3), round(u, None), divmod(u, 1), divmod(2, u), u**3, 4**u, pow(u, 5, 6))
v = u
v **= 2
print(v)
for f in (lambda: -A(), lambda: ~"x", lambda: +[], lambda: abs("x"), lambda: round("x"), lambda: divmod(1, "x"), lambda: pow(1, 2, "x"), lambda: pow(2.0, 2, 3), lambda: 1 < "x", lambda: None < None, lambda: {} < {}, lambda: 1 @ 2, lambda: "a" - "b", lambda: [] - [], lambda: "a" * "b", lambda: "a" * 1.5, lambda: 1 << "x", lambda: 1.5 << 1, lambda: 1 & 1.0, lambda: {1} + {2}, lambda: {1} | [2], lambda: (1,) + [2], lambda: [1] + (2,), lambda: b"a" + "b", lambda: "a" + b"b", lambda: 5 in 5, lambda: "a" in 5, lambda: 5 in "a", lambda: len(5), lambda: 5[0], lambda: 5(), lambda: None.x, lambda: [1]["a"], lambda: {}[[]], lambda: "a"["b"], lambda: (1,)[1.0], lambda: print >> 5):
    show("error", f)


class Cmp:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __le__(self, o):
        return NotImplemented


c1, c2 = Cmp(1), Cmp(2)
print(c1 < c2, c1 > c2, sorted([c2, c1])[0].v, max(c1, c2, key=lambda c: c.v).v)
show("<=", lambda: c1 <= c2)
show(">=", lambda: c1 >= c2)


class Truthless:
    def __eq__(self, o):
        return []

    def __lt__(self, o):
        return "less"


tr = Truthless()
print(tr == 1, tr != 1, tr < 1, [tr] == [1], 1 in [tr], [tr].count(1), (tr < 1 < 2), not tr == 1)
