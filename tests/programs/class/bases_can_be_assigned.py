class A:
    kind = "A"
    def who(self):
        return "who of A"

class B:
    kind = "B"
    def who(self):
        return "who of B"
    def only_b(self):
        return "only B"

class C(A):
    pass

class D(C):
    pass

d = D()
print(d.who(), d.kind, C.__base__, C.__mro__)
C.__bases__ = (B,)
print(d.who(), d.kind, d.only_b(), C.__base__, [c.__name__ for c in D.__mro__])
print(A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(d.who(), d.only_b(), [c.__name__ for c in D.__mro__], A.__subclasses__(), B.__subclasses__())

for value in ((), [A], (1,), (D,), (C,), (A, A), (int,), (object,)):
    try:
        C.__bases__ = value
    except TypeError as error:
        print(error)
    else:
        print("assigned", value)
    print([c.__name__ for c in C.__mro__], C.__bases__)

try:
    class P(A, B): pass
    class Q(B): pass
    class R(P, Q): pass
    P.__bases__ = (B, A)
    print([c.__name__ for c in R.__mro__])
    Q.__bases__ = (A, B)
except TypeError as error:
    print(error)
print([c.__name__ for c in R.__mro__], Q.__bases__)

class Slotted:
    __slots__ = ("a",)
try:
    C.__bases__ = (Slotted,)
except TypeError as error:
    print(error)
for builtin in (int, bool):
    try:
        builtin.__bases__ = (object,)
    except TypeError as error:
        print(error)
try:
    del C.__bases__
except TypeError as error:
    print(error)

class Loud:
    def __init_subclass__(cls):
        print("subclass", cls)
C.__bases__ = (Loud,)
print(C.__bases__, hasattr(d, "who"), isinstance(d, Loud), issubclass(D, A))

class WithAdd:
    def __add__(self, other):
        return "added"
    def __len__(self):
        return 7
C.__bases__ = (WithAdd,)
print(d + 1, len(d), bool(d))
C.__bases__ = (A,)
try:
    d + 1
except TypeError as error:
    print(error)
