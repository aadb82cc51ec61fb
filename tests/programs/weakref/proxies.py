import weakref


class C:
    pass


class Number:
    def __init__(self, n): self.n = n
    def __add__(self, other): return ("add", self.n, type(other).__name__)
    def __radd__(self, other): return ("radd", self.n, other)
    def __iadd__(self, other): return ("iadd", self.n, other)
    def __mul__(self, other): return ("mul", self.n, type(other).__name__)
    def __pow__(self, other, modulus=None): return ("pow", self.n, other, modulus)
    def __neg__(self): return ("neg", self.n)
    def __pos__(self): return ("pos", self.n)
    def __invert__(self): return ("invert", self.n)
    def __abs__(self): return ("abs", self.n)
    def __int__(self): return self.n
    def __float__(self): return self.n + 0.5
    def __index__(self): return self.n
    def __bool__(self): return self.n > 0
    def __divmod__(self, other): return ("divmod", self.n, other)
    def __matmul__(self, other): return ("matmul", self.n, type(other).__name__)
    def __eq__(self, other): return isinstance(other, Number) and self.n == other.n
    def __lt__(self, other): return self.n < other.n


class Box(list):
    def __call__(self, *args, **kwargs): return (args, kwargs)
    def __bytes__(self): return b"box"
    def __reversed__(self): return iter("reversed")
    def __str__(self): return "a box"


def attempt(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


c, n, m, box = C(), Number(5), Number(6), Box([1, 2, 3])
p, q, o, b = weakref.proxy(c), weakref.proxy(n), weakref.proxy(m), weakref.proxy(box)
for source in [
    "len(p)", "p + 1", "p[1]", "hash(p)", "iter(p)", "next(p)", "p()", "-p", "bool(p)", "p == c", "p < 1", "1 in p", "int(p)",
    "float(p)", "p.x", "p.__class__", "type(p)", "isinstance(p, C)", "weakref.proxy(1)", "weakref.proxy()",
    "weakref.proxy(c, 1, 2)", "weakref.proxy(c) is p", "bytes(p)", "reversed(p)", "pow(p, 2)", "divmod(p, 2)", "p @ p",
    "round(p)", "weakref.ProxyType()", "type(weakref.proxy(len))", "weakref.ProxyTypes",
    "q + 1", "1 + q", "q + o", "q * o", "q ** 2", "pow(q, 2, 7)", "-q", "+q", "~q", "abs(q)", "int(q)", "float(q)", "bool(q)",
    "divmod(q, 2)", "q @ o", "q == n", "q == o", "q < o", "sorted([o, q]) == [n, m]", "[10, 20, 30, 40, 50, 60][q]",
    "hex(q)", "range(q)",
    "len(b)", "b[0]", "b[1:]", "2 in b", "list(b)", "b()", "b(1, x=2)", "bytes(b)", "str(b)", "b == [1, 2, 3]",
    "b + [4]", "b * 2", "type(b)", "callable(b)", "callable(p)", "b.append(9)", "b.pop()", "isinstance(b, list)", "sum(b)",
    "b.sort(reverse=True)", "b",
]:
    if source == "b":
        print(repr(b).startswith("<weakproxy at 0x"), "; to 'Box' at 0x" in repr(b))
    else:
        attempt(source)
p.attribute = 1
print(c.attribute, p.attribute)
del p.attribute
attempt("c.attribute")
b[0] = "first"
del b[1]
print(box)
q += 1
print(q)
it = weakref.proxy(x for x in ())
g = (x for x in (1, 2))
it = weakref.proxy(g)
print(next(it), list(it))
q = weakref.proxy(n)
print("attribute" in dir(p), "append" in dir(b))
del c, n
for source in ["p.x", "len(p)", "p + 1", "1 + q", "bool(p)", "str(p)", "p == 1", "hash(p)", "p()", "isinstance(p, C)", "iter(p)", "next(p)", "q < o"]:
    attempt(source)
print(repr(p).startswith("<weakproxy at 0x"), repr(p).endswith("; dead>"))
try:
    p.x = 1
except ReferenceError as e:
    print(e)
