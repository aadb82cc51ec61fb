# runs: plain leaks; every collection is asked for
# Whatever can hold a reference can be in a cycle, and is found there.
import gc, weakref, functools, collections, itertools, types, sys
gc.disable(); gc.collect()
class X: pass
def check(name, build):
    x = X(); r = weakref.ref(x)
    x.link = build(x)
    del x
    gc.collect()
    print(name, r() is None)
def closure(x):
    def f(): return x
    return f
def gen(x):
    def g():
        y = x
        yield y
    g = g(); next(g); return g
def tb(x):
    try: raise ValueError(x)
    except ValueError as e: return e
class P:
    def __init__(self, x): self.x = x
    def m(self): pass
class D:
    def __init__(self, x): self.x = x
    def __get__(self, *a): return 1
def cls(x):
    class C: pass
    C.x = x
    return C
def mod(x):
    m = types.ModuleType('m'); m.x = x; return m
def dd(x):
    d = collections.defaultdict(lambda: x); d[1] = x; return d
for name, b in dict(instance=P, list=lambda x: [x], tuple=lambda x: (x,), dict=lambda x: {1: x}, set=lambda x: {x}, frozenset=lambda x: frozenset([x]),
    function=closure, cell=lambda x: closure(x).__closure__[0], generator=gen, exception=tb, traceback=lambda x: tb(x).__traceback__, frame=lambda x: tb(x).__traceback__.tb_frame,
    bound=lambda x: P(x).m, klass=cls, module=mod, keys=lambda x: {x: 1}.keys(), values=lambda x: {1: x}.values(), items=lambda x: {1: x}.items(),
    dict_iter=lambda x: iter({x: 1}), list_iter=lambda x: iter([x]), tuple_iter=lambda x: iter((x,)), set_iter=lambda x: iter({x}), rev=lambda x: reversed([x]),
    prop=lambda x: property(lambda s: x), static=lambda x: staticmethod(closure(x)), classm=lambda x: classmethod(closure(x)),
    partial=lambda x: functools.partial(print, x), deque=lambda x: collections.deque([x]), deque_iter=lambda x: iter(collections.deque([x])), defaultdict=dd,
    ordered=lambda x: collections.OrderedDict(a=x), chain=lambda x: itertools.chain([x]), cycle=lambda x: itertools.cycle([x]), tee=lambda x: itertools.tee([x])[0],
    mapi=lambda x: map(closure(x), []), filt=lambda x: filter(closure(x), []), zipi=lambda x: zip([x]), enum=lambda x: enumerate([x]),
    superi=lambda x: super(P, P(x)), mproxy=lambda x: types.MappingProxyType({1: x}), weakcb=lambda x: weakref.ref(P, closure(x)), slice=lambda x: slice(x), ns=lambda x: types.SimpleNamespace(a=x),
    alias=lambda x: types.GenericAlias(list, (x,)), lru=lambda x: functools.lru_cache(closure(x)), descr=lambda x: type('T', (), {'d': D(x)}), count=lambda x: itertools.repeat(x),
    group=lambda x: itertools.groupby([x]), callit=lambda x: iter(closure(x), 1), chainmap=lambda x: collections.ChainMap({1: x}), methodw=lambda x: P(x).__init__, wrapper=lambda x: [x].append, genexp=lambda x: (y for y in [x])).items():
    check(name, b)
