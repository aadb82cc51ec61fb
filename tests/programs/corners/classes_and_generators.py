# runs: plain
# Class creation, descriptors, super, generators, scopes, calls, match.
def cut(text):
    """Without addresses, which differ."""
    return " at 0x".join(part if i == 0 else part.lstrip("0123456789abcdef") for i, part in enumerate(str(text).split(" at 0x")))
def clean(value):
    return cut(repr(value))
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(clean(r))
    except BaseException as e:
        print(type(e).__name__ + ":", cut(e))
def ev(s, g=None):
    try:
        print(s, "->", clean(eval(s, g if g is not None else globals())))
    except BaseException as e:
        print(s, "->", type(e).__name__ + ":", e)
import sys
def ex(src, *show):
    ns = {}
    try:
        exec(src, ns)
        for s in show: print(s, "->", eval(s, ns))
    except BaseException as e: print(repr(src)[:90], type(e).__name__ + ":", e, getattr(e, '__notes__', ''))
ex("class A(int, str): pass"); ex("class A: pass\nclass B(A): pass\nclass C(A, B): pass"); ex("class A(A): pass"); ex("class A(5): pass"); ex("class A(None): pass"); ex("class A(bool): pass"); ex("class A(type(None)): pass"); ex("class A(int, int): pass"); ex("class A(object, int): pass"); ex("class A(metaclass=5): pass"); ex("class A(metaclass=lambda n, b, d, **k: (n, b, k), x=1): pass", "A"); ex("class A(x=1): pass"); ex("class M(type): pass\nclass N(type): pass\nclass A(metaclass=M): pass\nclass B(A, metaclass=N): pass"); ex("class A:\n __slots__ = 'a', 'a'\n", "A.a"); ex("class A:\n __slots__ = ('a',)\n a = 1"); ex("class A:\n __slots__ = ('1a',)"); ex("class A:\n __slots__ = (5,)"); ex("class A(int):\n __slots__ = ('x',)"); ex("class A(tuple):\n __slots__ = ('x',)"); ex("class A:\n __slots__ = ('__dict__', '__weakref__', '__x')", "dir(A)[:3]", "A().__dict__"); ex("class A:\n __slots__ = ()\na = A()\na.x = 1"); ex("class A:\n __slots__ = ('x',)\na = A()\na.x"); ex("class A:\n __slots__ = ('x',)\na = A()\ndel a.x"); ex("class A:\n __slots__ = ('__dict__', '__dict__')"); ex("class A:\n __slots__ = ('x',)\nclass B:\n __slots__ = ('y',)\nclass C(A, B): pass"); ex("class A:\n __slots__ = {'x': 'doc'}", "A.x.__doc__", "A.__slots__")
ex("class A:\n def __init_subclass__(cls, **k): print('is', cls.__name__, k)\nclass B(A, x=1): pass"); ex("class A:\n def __init_subclass__(cls, x): pass\nclass B(A): pass"); ex("class D:\n def __set_name__(s, o, n): print('sn', o.__name__, n)\nclass A:\n d = D(); e = D()"); ex("class D:\n def __set_name__(s, o, n): raise ValueError('x')\nclass A:\n d = D()"); ex("class D:\n __set_name__ = 5\nclass A:\n d = D()"); ex("class M(type):\n @classmethod\n def __prepare__(m, n, b, **k): print('prep', n, b, k); return {'z': 1}\n def __new__(m, n, b, d, **k): print(sorted(d)); return super().__new__(m, n, b, d)\n def __init__(c, n, b, d, **k): print('init', k)\n def __call__(c, *a): print('call', a); return super().__call__(*a)\nclass A(metaclass=M, q=1):\n def __init__(s, *a): pass\nA(5)", "A.z"); ex("class M(type):\n @classmethod\n def __prepare__(m, n, b): return 5\nclass A(metaclass=M): pass"); ex("class A:\n x = 1\n y = [x for _ in range(1)]\n z = [y for q in [1]]"); ex("class A:\n x = 1\n def f(self): return x\nA().f()"); ex("class A:\n __class__ = int\nprint(isinstance(A(), int), type(A()))"); ex("class A:\n def __new__(cls): return 5\n def __init__(s): print('no')\nprint(A())"); ex("class A:\n def __init__(s): return 5\nA()"); ex("class A:\n def __new__(cls, x): return super().__new__(cls, x)\nA(1)"); ex("class A:\n def __init__(s, x): pass\nA()"); ex("class A: pass\nA(1)"); ex("class A:\n def __new__(cls, *a): return super().__new__(cls)\nA(1)"); ex("object.__new__(int)"); ex("int.__new__(str)"); ex("int.__new__(5)"); ex("int.__new__()"); ex("object.__init__(5, 1)"); ex("type.__call__(int, '5')", "type.__call__(int, '5')"); ex("class A:\n def f(): pass\nA().f()"); ex("class A:\n @property\n def x(self): return self.y\nA().x"); ex("class A:\n @property\n def x(self): return 1\nA().x = 5"); ex("class A:\n @property\n def x(self): return 1\ndel A().x"); ex("class A:\n x = property()\nA().x"); ex("class A:\n x = property(None, lambda s, v: print(v), None, 'doc')\nA().x = 3", "A.x.__doc__", "A.x.fget"); ex("class A:\n @property\n def x(self): raise AttributeError('inner')\n def __getattr__(s, n): return 'ga ' + n\nprint(A().x)"); ex("class A:\n def __getattr__(s, n): raise AttributeError\nA().foo"); ex("class A:\n def __getattribute__(s, n): return n\nprint(A().foo, len)\nlen(A())"); ex("class A:\n def __getattr__(s, n): return s.x\nA().y"); ex("class A:\n def __setattr__(s, n, v): print(n, v); object.__setattr__(s, n, v)\na = A(); a.x = 1; a.x += 1; print(a.__dict__); del a.x; a.__dict__['q'] = 2; print(a.q)"); ex("class D:\n def __get__(s, i, o): return (i is None, o.__name__)\n def __set__(s, i, v): print('set', v)\n def __delete__(s, i): print('del')\nclass A: d = D()\na = A(); print(a.d, A.d); a.d = 1; del a.d; a.__dict__['d'] = 5; print(a.d); A.d = 7; print(a.d)"); ex("class D:\n def __get__(s, i, o): return 'nd'\nclass A: d = D()\na = A(); a.d = 1; print(a.d); del a.d; print(a.d); del a.d"); ex("class A:\n @classmethod\n def c(cls): return cls\n @staticmethod\n def s(): return 's'\nprint(A.c(), A().c(), A.s(), A().s(), type(A.__dict__['c']), type(A.__dict__['s']))"); ex("class A:\n def f(self): return super().f()\nA().f()"); ex("class A:\n def f(self):\n  del self\n  super().f()\nA().f()"); ex("def f(): super()\nf()"); ex("class A:\n def f(x): return super\nprint(A().f())"); ex("class A:\n f = lambda s: super().__repr__()[:5]\nprint(A().f())"); ex("class A:\n def f(self): return [super().__class__ for _ in [1]]\nprint(A().f())"); ex("class A:\n def f(self): return __class__\nprint(A().f())"); ex("class A: pass\nclass B(A): pass\nb = B(); b.__class__ = A; print(type(b)); b.__class__ = int"); ex("class A:\n __slots__ = ('a',)\nclass B: pass\nB().__class__ = A"); ex("class A: pass\nA.__bases__ = (int,)"); ex("class A: pass\nclass B(A): pass\nclass C: z = 1\nB.__bases__ = (C,); print(B.z, B.__mro__)"); ex("class A: pass\nA.__name__ = 5"); ex("class A: pass\nA.__name__ = 'a\\0b'"); ex("class A: pass\ndel A.__name__"); ex("int.x = 5"); ex("del int.real"); ex("class A: pass\nA.__dict__['x'] = 1"); ex("class A: 'doc'\nprint(A.__doc__, A.__module__, A.__firstlineno__, A.__static_attributes__); A.__doc__ = 5; print(A.__doc__)"); ex("class A:\n def f(self): self.a = 1; self.b: int = 2; self.c += 1; (self.d, x) = 1, 2\nprint(sorted(A.__static_attributes__))"); ex("class A:\n x: int\n y: str = 'a'\nprint(A.__annotations__)"); ex("class A: pass\nprint(A.__annotations__, A.__type_params__, A.__subclasses__(), A.mro())"); ex("class M(type):\n def mro(c): return [c, object]\nclass A(metaclass=M): pass\nprint(A.__mro__)"); ex("class M(type):\n def mro(c): return [5]\nclass A(metaclass=M): pass"); ex("class M(type):\n def mro(c): return [int]\nclass A(metaclass=M): pass"); ex("class A:\n def __class_getitem__(c, i): return (c.__name__, i)\nprint(A[1, 2])"); ex("class A: pass\nA[1]"); ex("class M(type):\n def __getitem__(c, i): return i\n def __len__(c): return 3\n def __iter__(c): return iter('ab')\n def __contains__(c, x): return True\n def __add__(c, o): return 'add'\n def __repr__(c): return 'MREPR'\n def __getattr__(c, n): return 'attr ' + n\nclass A(metaclass=M): pass\nprint(A[1], len(A), list(A), 5 in A, A + 1, A, A.zork, [A])")
ex("class A:\n def __mro_entries__(s, b): print(len(b)); return (int,)\na = A()\nclass B(a, str if 0 else object): pass\nprint(B.__mro__, len(B.__orig_bases__))"); ex("class A:\n def __mro_entries__(s, b): return 5\nclass B(A()): pass"); ex("class A:\n def __eq__(s, o): return 1\nhash(A())"); ex("class A:\n def __eq__(s, o): return NotImplemented\nprint(A() == 1, A() != 1)"); ex("class A:\n __hash__ = None\n{A()}"); ex("class A:\n def __bool__(s): return 1\nbool(A())"); ex("class A:\n def __len__(s): return 'a'\nbool(A())"); ex("class A:\n def __len__(s): return 2**100\nlen(A())"); ex("class A:\n def __iter__(s): return s\nlist(A())"); ex("class A:\n def __getitem__(s, i):\n  if i > 2: raise IndexError\n  return i\nprint(list(A()), 2 in A(), tuple(A()), [*A()]); a, b, c = A()\nprint(reversed(A()))"); ex("class A:\n def __call__(s, *a, **k): return a, k\nprint(A()(1, x=2))"); ex("class A:\n __call__ = 5\nA()()"); ex("class A: pass\na = A(); a.__call__ = lambda: 1\na()"); ex("class A: pass\na = A(); a.__len__ = lambda: 1\nlen(a)"); ex("class A:\n def __del__(s): raise ValueError('d')\nA()"); ex("class A:\n def __repr__(s): return 'é\\ud800'\nprint(ascii(A()), len(repr(A())))"); ex("class A:\n def __format__(s, f): return f.upper()\nprint(f'{A():abc}', format(A(), 'x'))"); ex("class A: pass\nformat(A(), 'x')"); ex("class A:\n def __sizeof__(s): return -1\nimport sys; sys.getsizeof(A())"); ex("class A:\n def __dir__(s): return ['z', 'a']\nprint(dir(A()))"); ex("class A:\n def __add__(s, o): return 'a'\n def __radd__(s, o): return 'ra'\n def __iadd__(s, o): return 'ia'\na = A(); print(a + 1, 1 + a); a += 1; print(a)"); ex("class A:\n def __add__(s, o): return NotImplemented\nA() + 1"); ex("class A:\n def __radd__(s, o): return 'A'\nclass B(A):\n def __radd__(s, o): return 'B'\nclass C:\n def __add__(s, o): return 'C'\nprint(C() + A(), C() + B(), 1 + B())"); ex("class A:\n def __lt__(s, o): return 'lt'\n def __gt__(s, o): return 'gt'\nprint(A() < 1, 1 < A(), A() > A(), sorted([1]))\nA() <= 1"); ex("class A:\n def __matmul__(s, o): return 'm'\n def __pow__(s, o, m=None): return ('p', m)\n def __rpow__(s, o): return 'rp'\n def __divmod__(s, o): return 'd'\n def __neg__(s): return 'n'\n def __invert__(s): return 'i'\n def __round__(s, n=None): return ('r', n)\n def __trunc__(s): return 't'\n def __index__(s): return 3\nimport math\na = A(); print(a @ 1, a ** 2, pow(a, 2, 3), 2 ** a, divmod(a, 1), -a, ~a, round(a), round(a, 2), math.trunc(a), [0,1,2,3][a], range(a), hex(a), 'x' * a)"); ex("class A:\n def __enter__(s): return s\nwith A(): pass"); ex("class A:\n def __exit__(s): pass\nwith A(): pass"); ex("class A:\n __slots__ = ('__weakref__',)\nimport weakref\nprint(weakref.ref(A())())"); ex("class A:\n __slots__ = ()\nimport weakref\nweakref.ref(A())"); ex("class A:\n __match_args__ = 5\nmatch A():\n case A(1): pass"); ex("class A:\n __match_args__ = (5,)\nmatch A():\n case A(1): pass"); ex("class A: pass\nmatch A():\n case A(1): pass"); ex("match 5:\n case int(1, 2): pass"); ex("class A:\n __match_args__ = ('x', 'x')\n x = 1\nmatch A():\n case A(1, 1): pass"); ex("class A:\n __match_args__ = ('x',)\n x = 1\nmatch A():\n case A(1, x=1): pass"); ex("match 5:\n case str.x: pass"); ex("x = 5\nmatch 1:\n case x(): pass")
def g1():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except GeneratorExit: print("GE"); raise
    finally: print("fin")
g = g1(); print(next(g), g.send("a")); g.close(); g.close(); t(next, g); t(g.send, 1); t(g1().send, 5); t(g1().throw, ValueError("x")); t(g1().throw, 5); t(g1().throw, ValueError, "m"); t(g1().throw, ValueError, ValueError("inst"))
def g2():
    try: yield
    except GeneratorExit: yield "bad"
g = g2(); next(g); t(g.close)
def g3():
    try: yield 1
    finally: return 5
g = g3(); next(g); print(g.close()); 
def g4():
    r = yield from g5(); print("r", r); return r
def g5():
    try: a = yield "x"
    except ValueError as e: a = repr(e)
    yield a
    return "ret"
g = g4(); print(next(g), g.throw(ValueError("th"))); t(next, g)
def g6(): yield from 5
t(next, g6())
def g7(): yield from g7_()
def g7_(): yield next(gg)
gg = g7(); t(next, gg)
def g8():
    raise StopIteration(5)
    yield
t(next, g8())
def g9(): return (yield (yield 1))
g = g9(); print(next(g), g.send(2)); t(g.send, 3)
print(g.gi_frame, g.gi_running, g.gi_code.co_name, g.gi_yieldfrom, g.__name__, g.__qualname__, type(g))
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): print("thr", a); return 7
    def close(s): print("cl")
    def send(s, v): return ("snd", v)
def g10(): yield from It()
g = g10(); print(next(g), g.send(5), g.throw(ValueError("q"))); g.close()
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner, lambda: x
i, l = outer(); i(); i(); print(l(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
def sc():
    if 0: y = 1
    return y
t(sc)
def sc2():
    def k(): return y2
    r = k
    return r()
    y2 = 1
t(sc2)
def sc3():
    try: 1/0
    except ZeroDivisionError as e: pass
    return e
t(sc3)
def sc4():
    for ii in []: pass
    return ii
t(sc4)
def sc5(): return [w := z for z in range(3)], w
print(sc5())
print([x for x in range(3) if (y := x) > 0], y, [(a, b) for a in range(2) for b in range(a + 1)], {k: v for k, v in zip("ab", [1, 2])}, {x % 2 for x in range(5)}, list(x for x in range(2)))
print((lambda *a, **k: (a, k))(*[1], 2, *(3,), x=1, **{'y': 2}), [*range(2), *"ab"], {**{1: 2}, 3: 4, **{1: 5}}, (*[], 1), {*[1, 2], *[2]})
a, *b, c = range(5); print(a, b, c); (x, y), [z] = (1, 2), [3]; print(x, y, z); *a, = "ab"; print(a); a = b = [1]; a[0], a = 5, a; print(a, b); i = 0; i, a[i] = 0, 9; print(a)
def d1(x=[]): x.append(1); return x
print(d1(), d1(), d1.__defaults__)
def kw(a, /, b, *, c=3, **d): return a, b, c, d
t(kw, 1, 2, a=5); t(kw, 1, b=2, c=4, e=5); t(kw, a=1, b=2); t(kw); t(kw, 1); t(kw, 1, 2, 3); t(kw, 1, 2, b=3); t(lambda: kw(1, 2, **{5: 1})); t(lambda: kw(1, **{'b': 2}, b=3)); t(lambda: kw(*5)); t(lambda: kw(1, 2, **5))
del a
try: a
except NameError as e: print(e, e.name)
def f(): global newg; newg = 5
f(); print(newg); del newg
try: print(newg)
except NameError as e: print(e)
for i in range(2):
    try: continue
    finally: print("f", i)
def rf():
    for i in range(3):
        try: return i
        finally: 
            if i < 1: continue
    return "end"
print(rf())
def rf2():
    try: return 1
    finally: return 2
print(rf2())
def rf3():
    while True:
        try: raise ValueError
        except ValueError: break
        finally: print("f3")
    else: print("no")
    return "r"
print(rf3())
for x in []: pass
else: print("else")
match [1, [2, 3], {"a": 4, "b": 5}]:
    case [int(x), [y, *rest], {"a": z, **kw2}] if x < y: print(x, y, rest, z, kw2)
for v in [1, "a", [1, 2], (1,), {"k": 1}, None, 1.5, True, b"x", range(3), {1, 2}, [], {}]:
    match v:
        case None: r = "none"
        case True: r = "true"
        case 1 | 2: r = "12"
        case str() as s: r = "str " + s
        case [1, *_]: r = "seq1"
        case []: r = "empty"
        case {"k": q}: r = f"map {q}"
        case {}: r = "anymap"
        case float(): r = "fl"
        case bytes(): r = "by"
        case [*_]: r = "seq"
        case _: r = "other"
    print(repr(v), r)
