# An AttributeError that knows neither object nor name gets those of the access that it leaves; suggestions follow.
import traceback
class A:
    foo_bar = 1
    def __getattr__(self, n): raise AttributeError("custom " + n)
class B:
    foo_bar = 1
    def __getattribute__(self, n):
        if n == 'foo_baz': raise AttributeError("custom " + n)
        return super().__getattribute__(n)
class C:
    foo_bar = 1
    @property
    def foo_baz(self): raise AttributeError("prop")
    @property
    def foo_bax(self): return self.foo_baq
class D:
    foo_bar = 1
    def __getattr__(self, n): raise AttributeError
class M(type):
    foo_bar = 2
    def __getattr__(cls, n): raise AttributeError("meta")
class E(metaclass=M): pass
import types
m = types.ModuleType("m"); m.foo_bar = 1
def g(n): raise AttributeError("mod " + n)
m.__getattr__ = g
def err(e):
    print(e.name, type(e.obj).__name__, ''.join(traceback.format_exception_only(e)).rstrip())
for o in (A(), B(), C(), D(), E, m):
    for f in (lambda: o.foo_baz, lambda: getattr(o, 'foo_baz'), lambda: hasattr(o, 'foo_baz') and 1/0):
        try: f()
        except AttributeError as e: err(e)
        except ZeroDivisionError: print('has')
try: C().foo_bax
except AttributeError as e: err(e)
try: from m import x
except ImportError as e: print(e)
class F:
    foo_bar = 1
    def __getattr__(self, n): raise AttributeError("x", name='other', obj=5)
try: F().foo_baz
except AttributeError as e: err(e)
e = AttributeError("pre")
class G:
    foo_bar = 1
    def __getattr__(self, n): raise e
try: G().foo_baz
except AttributeError as x: err(x)

class H: foo_bar = 1
class S: __slots__ = ('foo_bar',)
class T(S): pass
class U:
    foo_bar = 1
    def __init__(s): s.q = 1
def attempt(f):
    try: f()
    except AttributeError as e: err(e)
def d(o):
    def f(): del o.foo_baz
    return f
d2 = lambda o: lambda: delattr(o,'foo_baz')
d3 = lambda o: lambda: object.__delattr__(o,'foo_baz')
import types
for o in (H(), S(), T(), U(), 5, H, types, lambda: 1, [], object(), Exception()):
    for k in (d, d2): attempt(k(o))
def s(o):
    def f(): o.foo_baz = 1
    return f
for o in (S(), 5, [], object()): attempt(s(o))
def d(o):
    def f(): del o.foo_bar
    return f
for o in (S(), T(), H(), 5): attempt(d(o))
x = H(); x.__dict__; attempt(d(x)); x.__dict__['q']=1; attempt(d(x))
