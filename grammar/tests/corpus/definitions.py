def f(): pass
def f() -> x: pass
def f(a): pass
def f(a, b=1, *c, d, e=2, **g): pass
def f(a, /): pass
def f(a, b=1, /, c=2, *, d, e=3, f): pass
def f(a=1, /, b=2, *c: int, d: str = 4, **e: x): pass
def f(*, a): pass
def f(*, a=1, b, **c,): pass
def f(*a: *b): pass
def f(* a, ** b): pass
def f(a: int, b: lambda: x = 1) -> (yield): pass
def f(a: int = 1,): pass
def f(**a): pass
def f(
    a, # comment
    b,
) -> None:
    """doc"""
    def g(): return
    return g
def f[T](a: T) -> T: pass
def f[T: int, *Ts, **P](*args: *Ts, **kwargs: P): pass
def f[T: (int, str) = int, *Ts = *x, **P = y,](): pass
class A[T]: pass
class A[T: int = str](B[T], metaclass=C): pass
@a
def f(): pass
@a.b
@c(d)
@e[f]
@(g)
@h if i else j
@lambda x: x
@k := l
async def f(): pass
@a
class A: pass
async def f(a, /, *, b): await a
lambda: 0
lambda a: a
lambda a, b=1, *c, d, e=2, **f: 0
lambda a, /, b: 0
lambda a=1, /, b=2, *, c, d=3: 0
lambda *a: 0
lambda **a: 0
lambda *, a: 0
lambda a,: 0
lambda: (yield)
lambda: lambda: 0
