f()
f ( a )
f(a, b,)
f(a, *b, c, *d)
f(a=b, c=d)
f(a, *b, c=d, *e, **g, h=i, **j,)
f(*a, **b)
f(**a)
f(a := b, c)
f(x for x in y)
f ( (x for x in y), z )
f(x for x in y)(z)[0].w
f(lambda: x, y)
f(a if b else c)
f(*a or b, *c if d else e, **f or g)
f(match=1, case=2, type=3)
f(not a, -b, await_)
class A: pass
class B(): pass
class C(A, *b, metaclass=M, **k): pass
class D(A, B,): x: int = 1; y = 2
