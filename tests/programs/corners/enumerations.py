# runs: plain
# Enum, Flag, StrEnum, verify, member and their errors.
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
import enum
from enum import *
class Co(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
print(Co.RED, repr(Co.RED), Co.RED.name, Co.RED.value, Co(1), Co['GREEN'], list(Co), Co.__members__, len(Co), Co.RED in Co, 1 in Co, 5 in Co, Co.ALIAS is Co.RED, Co, repr(Co), f"{Co.RED}", f"{Co.RED:>12}", "%s" % Co.RED, hash(Co.RED) == hash('RED'), bool(Co.RED), Co.RED == 1, list(reversed(Co)), Co.RED.__class__)
t(Co, 5); t(lambda: Co['X']); t(lambda: Co.X); t(setattr, Co, 'RED', 5); t(delattr, Co, 'RED'); t(setattr, Co.RED, 'value', 5); t(setattr, Co.RED, 'name', 5); t(lambda: Co.RED < Co.GREEN); t(lambda: Co.RED + 1); t(Co); t(Co, 1, 2); t(lambda: Co.RED.GREEN); t(lambda: Co.RED())
def ex(src):
    ns = {}
    try:
        exec("from enum import *\n" + src, ns); c = ns['C']; print(list(c), [m.value for m in c]); return c
    except Exception as e: print(repr(src), type(e).__name__ + ":", e)
for s in ["class C(Enum):\n a=1\n a=2", "class C(Enum):\n mro=1", "class C(Enum):\n _x_=1", "class C(Enum):\n __x=1\n y=2", "class C(Enum):\n a=auto()\n b=auto()\n c=10\n d=auto()", "class C(Enum):\n a='x'\n b=auto()", "class C(Flag):\n a=auto()\n b=auto()\n c=a|b\n d=8", "class C(IntFlag):\n a=1\n b=4", "class C(StrEnum):\n a=auto()\n B=auto()", "class C(StrEnum):\n a=1", "class C(IntEnum):\n a=1\n b=a", "class C(IntEnum):\n a='x'", "class B(Enum):\n a=1\nclass C(B): pass", "@unique\nclass C(Enum):\n a=1\n b=1\n c=1", "@verify(UNIQUE)\nclass C(Enum):\n a=1\n b=1", "@verify(CONTINUOUS)\nclass C(Enum):\n a=1\n b=5", "@verify(NAMED_FLAGS)\nclass C(Flag):\n a=1\n b=6", "@verify(CONTINUOUS)\nclass C(Enum):\n a=1\n b=2", "class C(Enum):\n a = member(5)\n b = nonmember(6)\n def f(self): return 1\n @property\n def p(self): return self.value", "class C(Enum):\n _ignore_ = 'x y'\n x=1\n y=2\n z=3", "class C(Enum):\n _order_ = 'a b'\n b=1\n a=2", "class C(Enum):\n def _generate_next_value_(name, start, count, last): return name*2\n a=auto()\n b=auto()", "class C(Enum):\n a=1\n @classmethod\n def _missing_(cls, v): return cls.a\n", "class C(int, Enum):\n a=1\n b='2'", "class C(Enum, boundary=KEEP):\n a=1", "class C(Flag, boundary=STRICT):\n a=1\n b=2", "class C(Enum):\n a=(1,2)\n b=(3,4)\n def __init__(self, x, y): self.x=x", "class C(Enum):\n a=(1,2)\n def __init__(self, x): self.x=x", "class C(str, Enum):\n a='x'\n b='y'", "class C(Enum):\n a=[1]\n b={}", "class C(Enum): pass", "class C(Flag):\n a='x'", "class C(float, Enum):\n a=1.5", "class C(Enum):\n a: int\n b: int = 5", "class C(Enum):\n a, b = 1, 2", "class C(Enum):\n a = lambda s: 5\n b = 1", "class C(Enum):\n class N: pass\n b=1", "class C(Enum, x=5):\n a=1", "class C(IntFlag):\n a=auto()\n b=auto()\n z=0", "class C(Flag):\n a=-1\n b=1", "class C(tuple, Enum):\n a=1,2", "class C(ReprEnum):\n a=1", "class C(int, ReprEnum):\n a=1", "class C(Enum):\n a=1\n def __eq__(s,o): return True", "class C(Enum):\n a = auto()\n b = 'x'\n c = auto()"]:
    ex(s)
class Fl(Flag):
    A = auto(); B = auto(); C = auto(); AB = A | B
for e in ["Fl.A | Fl.B", "Fl.A | Fl.C", "Fl.A & Fl.B", "~Fl.A", "Fl.A ^ Fl.AB", "Fl(0)", "Fl(8)", "Fl(7)", "Fl(-1)", "Fl(-2)", "list(Fl.AB)", "list(Fl)", "len(Fl.AB)", "Fl.A in Fl.AB", "1 in Fl.AB", "bool(Fl(0))", "Fl.A | 1", "1 | Fl.A", "Fl['A|B']", "Fl('A')", "(Fl.A|Fl.C).name", "(Fl.A|Fl.C).value", "str(Fl.A|Fl.C)", "str(Fl(0))", "repr(Fl(0))", "Fl.__members__", "Fl.A < Fl.B", "Fl.A.__contains__(Fl.A)", "Fl.AB & ~Fl.A", "list(Fl(0))", "Fl.A._value_", "dir(Fl.A)", "dir(Fl)", "dir(Co)", "dir(Co.RED)"]: ev(e)
class IF(IntFlag):
    X = 1; Y = 2
for e in ["IF.X | IF.Y", "IF.X | 8", "IF(8)", "IF(11)", "~IF.X", "IF.X + 1", "IF.X | 1", "str(IF(9))", "repr(IF(0))", "IF(-1)", "f'{IF.X}'", "IF.X == 1", "list(IF(11))", "IF.X & 5", "IF.X ^ 3", "8 | IF.X", "~IF(8)", "IF(0)", "IF.X.name", "IF(8).name", "'%d' % IF.X"]: ev(e)
class SE(StrEnum):
    A = auto(); B = 'bee'
for e in ["SE.A", "str(SE.A)", "SE.A + 'x'", "f'{SE.B}'", "SE.A == 'a'", "SE('bee')", "SE.A.upper()", "'%s' % SE.A", "SE('q')", "isinstance(SE.A, str)", "SE.B[0]", "format(SE.B, '>5')"]: ev(e)
class IE(IntEnum):
    A = 1
for e in ["IE.A", "str(IE.A)", "IE.A + 1", "f'{IE.A}'", "f'{IE.A:03}'", "IE.A < 5", "[1,2][IE.A]", "IE(1)", "IE.A | 2", "'%d %s' % (IE.A, IE.A)", "format(IE.A, 'x')", "int(IE.A)", "IE.A.__index__()", "{1: 2}[IE.A]", "IE.A.real"]: ev(e)
for e in ["Enum('A', 'x y')", "list(Enum('A', 'x y'))", "list(Enum('A', {'x': 5}))", "list(Enum('A', [('x', 1)]))", "list(Enum('A', ['x', 'y'], start=0))", "list(Flag('A', 'x y z'))", "list(IntEnum('A', 'x', module='m'))", "Enum('A', 'x', module='m').x", "Enum('A', 'x').__module__", "Enum('A', 'x', qualname='Q.A').__qualname__", "list(Enum('A', 'x y', type=str))", "Enum('A', '1x')", "Enum('A', ['mro'])", "list(enum.Enum)", "Enum(5)", "Enum('A', 5)", "auto()", "auto().value", "enum.EnumType", "enum.EnumMeta is enum.EnumType", "STRICT, KEEP, CONFORM, EJECT", "EnumCheck.UNIQUE", "FlagBoundary.KEEP", "enum.show_flag_values(5)", "enum.global_enum", "enum.bin(5)", "enum.bin(-5, 8)", "nonmember(5)", "member(5)", "enum.property", "Co.__doc__", "Enum.__doc__ is not None", "Co.RED.__doc__", "Co.__module__", "Co.__qualname__", "Co.RED._name_", "Co._member_names_", "Co._member_map_", "Co._value2member_map_", "Co.__class_getitem__", "copy.copy(Co.RED) is Co.RED" ]: ev(e)
