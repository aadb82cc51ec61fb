# runs: plain
# contextlib: generators that misbehave, ExitStack, suppress, redirections.
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
import contextlib as c, io, sys
@c.contextmanager
def cm(x):
    print("enter", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("exit", x)
with cm(1) as v: print(v)
with cm(2): raise ValueError("v")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print(repr(e))
@c.contextmanager
def noyield():
    if 0: yield
@c.contextmanager
def twice():
    yield 1
    yield 2
@c.contextmanager
def nostop():
    try: yield 1
    except: yield 2
t(noyield().__enter__)
def w(f):
    with f() as x: return x
def wr(f, ex):
    with f() as x: raise ex
t(w, twice); t(wr, nostop, ValueError(1)); t(wr, twice, ValueError(1)); t(wr, twice, StopIteration(1)); t(lambda: cm()); 
@c.contextmanager
def rs():
    yield
    raise RuntimeError("after")
t(w, rs)
@c.contextmanager
def si():
    try: yield
    except StopIteration: raise
t(wr, si, StopIteration("x"))
@cm("deco")
def fn(a): return a * 2
print(fn(4), fn(5), fn.__name__)
class CMD(c.ContextDecorator):
    def __enter__(s): print("E"); return s
    def __exit__(s, *a): print("X", a[0]); return True
@CMD()
def g(): raise ValueError
print(g())
with c.ExitStack() as st:
    print(st.enter_context(cm("a")))
    st.callback(print, "cb", 1, end="!\n")
    st.push(lambda *a: print("push", a[0]) or True)
    st.push(cm("never").__exit__) if 0 else None
    raise IndexError("in stack")
print("after")
t(c.ExitStack().enter_context, 5); t(c.ExitStack().push, 5)
s = c.ExitStack(); s.callback(lambda: print("late")); s2 = s.pop_all(); s.close(); s2.close()
try:
    with c.ExitStack() as s:
        def bad(*a): raise KeyError("b1")
        s.push(bad); s.callback(lambda: 1/0)
        raise ValueError("orig")
except KeyError as e:
    while e: print(repr(e)); e = e.__context__
with c.suppress(KeyError, ValueError): raise KeyError
t(lambda: c.suppress(KeyError).__exit__(ValueError, ValueError(), None))
with c.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
try:
    with c.suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as e: print(repr(e))
o = io.StringIO()
with c.redirect_stdout(o) as q: print("hid"); print(q is o)
print(repr(o.getvalue()))
with c.redirect_stderr(o): print("err", file=sys.stderr)
print(repr(o.getvalue()))
class Cl:
    def close(s): print("closed")
with c.closing(Cl()) as x: print(type(x).__name__)
t(lambda: c.closing(5).__exit__(None, None, None))
with c.nullcontext(5) as n: print(n)
with c.chdir("/tmp"):
    import os; print(os.getcwd())
class NoEnter: pass
class NoExit:
    def __enter__(s): return 1
def w2(x):
    with x: pass
t(w2, NoEnter()); t(w2, NoExit()); t(w2, 5); t(w2, cm)
print(c.AbstractContextManager, isinstance(cm(1), c.AbstractContextManager), isinstance(NoExit(), c.AbstractContextManager)); t(c.AbstractContextManager)
x = cm(7); 
with x: pass
t(x.__enter__); print(repr(cm(1)).split(" at")[0], c.__all__)
with cm(1) as a, cm(2) as b: print(a, b)
with (cm(1) as a, cm(2)): print(a)
class A:
    def __enter__(s): print("A"); return (1, [2, 3])
    def __exit__(s, t, v, tb): print("exit", t); return None
with A() as (p, [q, *r]): print(p, q, r)
l = {}
with A() as l['x']: print(l)
try:
    with A() as (p, q, r): pass
except ValueError as e: print(e)
def f():
    for i in range(3):
        with cm(i):
            if i == 1: continue
            if i == 2: return "ret"
print(f())
def f2():
    with CMD(): 
        try: return 1
        finally: raise ValueError
    return 2
print(f2())
