# runs: plain
# Options of dataclasses and what they refuse.
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
from dataclasses import *
import dataclasses, copy
@dataclass
class A:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False, compare=False)
print(A(1), A(1) == A(1, 5, [2]), A(1).__eq__(5), asdict(A(1)), astuple(A(1)), replace(A(1), x=5), copy.replace(A(1), y=7))
t(A); t(A, 1, 2, 3, 4); t(A, 1, w=5); t(hash, A(1)); t(lambda: A(1) < A(2)); t(replace, A(1), w=5); t(fields, 5); t(asdict, A); t(asdict, 5); t(replace, 5)
def mk(**kw):
    def d(src):
        ns = {}
        try:
            exec("from dataclasses import *\nfrom typing import *\n" + src, ns)
            c = ns['C']
            return c
        except Exception as e:
            print(type(e).__name__ + ":", e)
    return d
m = mk()
for src in ["@dataclass\nclass C:\n x: int = 5\n y: int", "@dataclass\nclass C:\n x: list = []", "@dataclass\nclass C:\n x: dict = {}", "@dataclass\nclass C:\n x: int = field(default=1, default_factory=int)", "@dataclass(order=True, eq=False)\nclass C:\n x: int", "@dataclass(frozen=True)\nclass C:\n x: int\n def __setattr__(self, a, b): pass", "@dataclass(order=True)\nclass C:\n x: int\n def __lt__(self, o): pass", "@dataclass(unsafe_hash=True)\nclass C:\n x: int\n def __hash__(self): return 1", "@dataclass\nclass B:\n x: int\n@dataclass(frozen=True)\nclass C(B):\n y: int", "@dataclass(frozen=True)\nclass B:\n x: int\n@dataclass\nclass C(B):\n y: int", "@dataclass(slots=True)\nclass C:\n x: int\n __slots__ = ('x',)", "@dataclass(weakref_slot=True)\nclass C:\n x: int", "@dataclass\nclass C:\n x: ClassVar[int] = field(default_factory=int)", "@dataclass\nclass C:\n x: InitVar[int] = field(default_factory=int)", "@dataclass\nclass C:\n _: KW_ONLY\n x: int\n _2: KW_ONLY\n", "@dataclass\nclass C:\n x = field()", "@dataclass\nclass C:\n x: int = field(kw_only=5)\n", "@dataclass(5)\nclass C:\n x: int", "@dataclass(foo=5)\nclass C:\n x: int", "@dataclass\nclass C:\n x: 'ClassVar[int]' = 5\n y: 'InitVar[int]' = 6\n def __post_init__(s, y): s.q = y", "@dataclass\nclass C:\n self: int\n"]:
    print(repr(src)); c = m(src)
    if c: print([f.name for f in fields(c)]); t(c, 1)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "q"
f = F(1); t(setattr, f, 'a', 2); t(delattr, f, 'a'); t(setattr, f, 'zz', 2); print(hash(f) == hash(F(1)), F(1) < F(2), sorted([F(2), F(1, 'z'), F(1)])); t(lambda: F(1) < 5); print(F.__match_args__)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 3
print(S(a=1), S.__slots__); t(S, 1); t(setattr, S(a=1), 'c', 5); 
@dataclass
class P:
    x: int
    _: KW_ONLY
    k: int = 0
    iv: InitVar[int] = 7
    cv: ClassVar[int] = 8
    def __post_init__(self, iv): print("post", iv)
print(P(1, k=5, iv=9)); t(P, 1, 2); t(replace, P(1), x=1); print(P.__annotations__, P.__doc__)
@dataclass
class R:
    x: object = None
r = R(); r.x = r; print(r); r.x = [r]; print(r)
@dataclass(repr=False, eq=False, init=False)
class N:
    x: int = 3
print(N().x, N() == N()); t(lambda: N(5))
class G(A):
    w: int = 3
print(G(1), is_dataclass(G), is_dataclass(5), is_dataclass(A(1)), fields(G) == fields(A))
@dataclass
class H(A):
    y: str = "ov"
    q: float = 1.0
print(H(1)); print([(f.name, f.type, cut(f.default)) for f in fields(H)])
M = make_dataclass('M', ['x', ('y', int), ('z', int, field(default=5))], namespace={'f': lambda s: s.x}); print(M(1, 2), M(1, 2).f(), M.__annotations__)
t(make_dataclass, 'M', [5]); t(make_dataclass, 'M', ['def']); t(make_dataclass, 'M', ['x', 'x']); t(make_dataclass, 'M', [('x', int, 5), 'y'])
print(cut(repr(field())), cut(repr(fields(A)[0]))); print(cut(MISSING), cut(KW_ONLY))
print(InitVar[int], InitVar[list[int]])
@dataclass
class O:
    a: A
    l: list
    d: dict
    nt: tuple
o = O(A(1), [A(2)], {'k': A(3)}, (A(4),)); print(asdict(o)); print(astuple(o)); print(asdict(o, dict_factory=lambda x: list(x)))
