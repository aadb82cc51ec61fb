"""A class body that defines `__dict__` or `__weakref__` itself keeps them."""

class A:
    __dict__ = {"x": 1}
    __weakref__ = 7
    def f(self): self.q = 2
a = A(); a.f(); print(a.q, a.__dict__, a.__weakref__, vars(a), A.__dict__["__weakref__"])
class B(A): pass
b = B(); b.f(); print(b.__dict__)
class C:
    @property
    def __dict__(self): return {"y": 3}
c = C(); c.z = 1; print(vars(c), c.z, c.__dir__()[:1])
