class M(type): pass
class C(metaclass=M):
    def __init__(self, a): self.a = a
def make(): return C(1)
for i in range(3): make()
M.__call__ = lambda cls, *a: ('called', cls.__name__, a)
print(make())
del M.__call__
print(make().a)
class M2(type):
    def __call__(cls, *a): return 'M2'
C.__class__ = M2
print(make())
class Ctx:
    def __init__(self, log): self.log = log
    def __enter__(self):
        self.log.append('enter'); return 5
    def __exit__(self, k, e, t):
        self.log.append(('exit', k, repr(e), t is not None)); return k is KeyError
log = []
def f(n):
    with Ctx(log) as x, Ctx(log):
        if n == 0: return x
        if n == 1: raise KeyError('k')
        if n == 2: raise ValueError('v')
        for i in range(3):
            with Ctx(log) as y:
                if i == n - 3: break
                if i == 0: continue
    return 'end'
for n in range(7):
    try: print(f(n))
    except ValueError as e: print('ValueError', e, e.__context__)
print(log)
class Bad:
    def __enter__(self): raise RuntimeError('in enter')
    def __exit__(self, *a): print('never')
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError('in exit')
class Half:
    def __enter__(self): pass
for c in Bad, BadExit, Half, int:
    try:
        with c(): print('body')
    except Exception as e: print(type(e).__name__, e)
try:
    with BadExit(): raise KeyError(1)
except RuntimeError as e: print(repr(e), repr(e.__context__))
def g():
    with Ctx(log) as v:
        yield v
        yield v + 1
it = g(); print(next(it)); it.close(); print(log[-1])
def swap():
    swap.__code__ = (lambda: 'second').__code__
    x = [1] * 3
    return 'first', x
print(swap(), swap())
