from contextlib import *
import io, sys, os
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
log = []
class M:
    def __init__(self, n, swallow=False, fail=False): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self): log.append(f"in {self.n}"); return self.n
    def __exit__(self, *e):
        log.append((f"out {self.n}", e[0] and e[0].__name__))
        if self.fail: raise KeyError(self.n)
        return self.swallow
with ExitStack() as s:
    print([s.enter_context(M(i)) for i in range(2)]); s.callback(log.append, "cb"); s.push(M("pushed")); s.push(lambda *e: log.append("fn"))
print(log); log.clear()
with ExitStack() as s:
    s.enter_context(M("outer", swallow=True)); s.enter_context(M("inner")); 1 / 0
print(log); log.clear()
try:
    with ExitStack() as s: s.enter_context(M(1)); s.enter_context(M(2, fail=True)); raise ValueError("v")
except KeyError as e: print(repr(e), repr(e.__context__), log)
log.clear(); s = ExitStack(); s.enter_context(M("kept")); moved = s.pop_all(); s.close(); print(log); moved.close(); print(log); t(lambda: ExitStack().enter_context(5)); t(lambda: s.push(5)); t(lambda: s.callback()); 
@contextmanager
def cm(x):
    log.append("enter")
    try: yield x
    except ValueError as e: log.append(repr(e))
    finally: log.append("exit")
log.clear()
with cm(5) as v: print(v); raise ValueError("eaten")
t(lambda: cm(1).__enter__()); print(log[:3])
try:
    with cm(1): raise TypeError("through")
except TypeError as e: print("got", e, [f.__class__.__name__ for f in [e.__traceback__]])
@contextmanager
def never(): return; yield
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def bad():
    try: yield
    except Exception: pass
    yield
def use(c, fail=False):
    with c:
        if fail: 1 / 0
t(lambda: use(never())); t(lambda: use(twice())); t(lambda: use(bad(), True))
@contextmanager
def stops(): yield
def raise_stop():
    with stops(): raise StopIteration("inside")
t(raise_stop)
@cm(7)
def decorated(a): log.append(a); return a * 2
log.clear(); print(decorated(3), decorated(4), log, decorated.__name__)
class D(ContextDecorator):
    def __enter__(self): log.append("D"); return self
    def __exit__(self, *e): log.append("/D"); return True
log.clear()
@D()
def fails(): raise ValueError
print(fails(), log)
with suppress(KeyError, IndexError): {}["x"]
t(lambda: suppress(KeyError).__exit__(ValueError, ValueError(), None)); 
try:
    with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as g: print(repr(g))
class C:
    def close(self): log.append("closed")
with closing(C()) as c: pass
print(log[-1]); out = io.StringIO()
with redirect_stdout(out): print("hidden")
with redirect_stderr(out): print("err", file=sys.stderr)
print(out.getvalue()); 
with nullcontext(3) as n: print(n, nullcontext().__enter__())
here = os.getcwd()
with chdir("/"): print(os.getcwd())
print(os.getcwd() == here, issubclass(M, AbstractContextManager), isinstance(cm(1), AbstractContextManager)); t(lambda: AbstractContextManager())
try:
    with M(1) as m, M(2, fail=True): pass
except KeyError as e: print(e)
def use5():
    with 5: pass
def use6():
    with type("E", (), {"__enter__": 1})(): pass
t(use5); t(use6)
