"""What super finds follows every change of the classes."""


class A:
    def f(self):
        return "A"

    @classmethod
    def c(cls):
        return "c", cls.__name__


class B(A):
    def f(self):
        return "B" + super().f()

    @classmethod
    def c(cls):
        return "B", super().c()


class C(A):
    def f(self):
        return "C" + super().f()


class D(B, C):
    def f(self):
        return "D" + super().f()


def show():
    print([x.f() for x in (A(), B(), C(), D())], D.c(), D().c())


show()
show()
C.f = lambda self: "new"
show()
del C.f
show()
A.f = lambda self: "a" + type(self).__name__
show()
D.__bases__ = (C, B)
show()


class E(A):
    def f(self):
        return super().f


E.g = E.f
e = E()
print(e.f()(), E().f()())
A.f = property(lambda self: lambda: "property")
print(e.f()(), E().f()())
del A.f
for _ in range(2):
    try:
        e.f()
    except AttributeError as error:
        print(error)
    try:
        B().f()
    except AttributeError as error:
        print(error)


class M(type):
    def make(cls):
        return "M"


class N(M):
    def make(cls):
        return "N" + super().make()


class K(metaclass=N):
    pass


print(K.make(), K.make())
super_ = super


class F(A):
    def f(self):
        return super().h()

    def h(self):
        return "own"


class G:
    def __init__(self, *args):
        pass

    def h(self):
        return "other super"


A.h = lambda self: "h"
print(F().f(), F().f())
super = G
print(F().f())
del super
print(F().f())
