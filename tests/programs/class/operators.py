class V:
    def __init__(self, *v): self.v = v
    def __repr__(self): return f"V{self.v}"
    def __add__(self, o): return V(*self.v, "+", *getattr(o, "v", (o,))) if not isinstance(o, str) else NotImplemented
    def __radd__(self, o): return V(o, "r+", *self.v)
    def __iadd__(self, o): self.v += (o,); return self
    def __mul__(self, o): return V("*", o)
    def __matmul__(self, o): return "matmul"
    def __neg__(self): return V("-", *self.v)
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __divmod__(self, o): return "divmod"
    def __floordiv__(self, o): return "fd"
    def __truediv__(self, o): return "td"
    def __mod__(self, o): return "mod"
    def __lshift__(self, o): return "ls"
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __xor__(self, o): return "xor"
    def __len__(self): return len(self.v)
    def __bool__(self): return bool(self.v)
    def __getitem__(self, k): return ("item", k)
    def __contains__(self, k): return k in self.v
    def __iter__(self): return iter(self.v)
    def __call__(self, *a, **k): return a, k
    def __index__(self): return 3
    def __int__(self): return 30
    def __float__(self): return 2.5
    def __round__(self, n=None): return ("round", n)
    def __hash__(self): return 7
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return len(self.v) < len(o.v)
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str!"
    def __reversed__(self): return "rev"
    def __enter__(self): return self
    def __exit__(self, *a): return False
a = V(1, 2)
print(a + V(3), a + 4, 5 + a, a * 2, a @ 1, -a, +a, ~a, abs(a), a ** 2, pow(a, 2, 5), 2 ** a, divmod(a, 1), a // 1, a / 1, a % 1, a << 1, a & 1, 1 | a, a ^ 1)
try: a + "s"
except TypeError as e: print(e)
try: a - 1
except TypeError as e: print(e)
try: 1 * a
except TypeError as e: print(e)
b = a; a += 9; print(a, a is b)

print(len(a), bool(V()), a[1:2], a[..., 1], 9 in a, list(a), a(1, k=2), [10, 20, 30, 40][a], hex(a), int(a), float(a), round(a), round(a, 1), hash(a), a == V(1, 2, 9), a != V(), V() < a, a > V(), f"{a:xyz} {a!r} {a}", str(a), reversed(a), sorted([V(1, 2), V(3)]))
try: a <= V()
except TypeError as e: print(e)
class Left:
    def __eq__(self, o): print("Left eq"); return NotImplemented
    def __lt__(self, o): return NotImplemented
class Right(Left):
    def __eq__(self, o): print("Right eq"); return "answer"
    def __gt__(self, o): return "gt"
print(Left() == Right(), Left() == 1, Left() < Right(), Left() != Left())
class NoHash:
    def __eq__(self, o): return True
try: hash(NoHash())
except TypeError as e: print(e)
try: {NoHash(): 1}
except TypeError as e: print(e)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __hash__(self): return "x"
    def __str__(self): return 5
    def __repr__(self): return None
    def __index__(self): return "i"
    def __iter__(self): return 5
    def __contains__(self, x): return "yes"
for src in ("len(Bad())", "bool(Bad())", "hash(Bad())", "str(Bad())", "repr(Bad())", "[1][Bad()]", "iter(Bad())", "1 in Bad()", "range(Bad())", "'%d' % Bad()", "-Bad()", "Bad()()", "Bad()[0]", "Bad() + 1", "f'{Bad():x}'"):
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)
