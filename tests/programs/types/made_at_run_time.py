import types, sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ns = types.SimpleNamespace(a=1, b="x"); ns.c = ns; print(ns, ns == types.SimpleNamespace(a=1), types.SimpleNamespace({"k": 1}, j=2), vars(types.SimpleNamespace(z=1)), ns.__replace__(a=5).a); t(lambda: types.SimpleNamespace(1)); t(lambda: types.SimpleNamespace({1: 2})); t(lambda: ns.missing); t(lambda: types.SimpleNamespace() < types.SimpleNamespace()); del ns.a; t(lambda: hash(ns))
p = types.MappingProxyType(d := {"a": 1}); print(p, p["a"], p | {"b": 2}, len(p), list(p), p.copy(), p == d, "a" in p, p.get("z", 0), reversed(p).__class__.__name__); t(lambda: p.__setitem__("a", 2)); t(lambda: types.MappingProxyType(5)); t(lambda: p["q"]); d["new"] = 1; print(p)
C = types.new_class("C", (int,), {"metaclass": type}, lambda n: n.update(x=5, __doc__="D")); print(C.__name__, C.x, C(3) + 1, C.__doc__, C.__module__, types.prepare_class("P", (), {"metaclass": type, "k": 1}), types.resolve_bases((list[int], int)))
class E:
    def __mro_entries__(self, bases): return (dict,)
print(types.new_class("Q", (E(),)).__orig_bases__ != (), types.get_original_bases(types.new_class("Q2", (list[int],))))
def f(a, b=2, *c, d=4, **e): "doc"; x = a; return lambda: x
g = types.FunctionType(f.__code__, {"__name__": "m"}, "renamed", (9,), f.__closure__); print(g.__name__, g.__defaults__, g.__module__, g(1, d=2)(), g.__globals__["__name__"]); t(lambda: types.FunctionType(f(1, d=3).__code__, {})); t(lambda: types.FunctionType(5, {})); t(lambda: types.FunctionType(f.__code__, 5)); h = types.FunctionType(f(1, d=3).__code__, {}, closure=(types.CellType(7),)); print(h())
m = types.MethodType(f, 5); print(m.__self__, m.__func__ is f, m.__name__, m == types.MethodType(f, 5), m.__doc__); t(lambda: types.MethodType(f)); t(lambda: types.MethodType(5, 1)); t(lambda: types.MethodType(f, None))
mod = types.ModuleType("mymod", "docs"); mod.x = 1; print(mod, mod.__doc__, mod.__name__, mod.__dict__["x"], types.ModuleType("q").__doc__, mod.__spec__, mod.__loader__); t(lambda: mod.nope); t(lambda: types.ModuleType()); mod.__getattr__ = lambda name: name * 2; print(mod.zz)
c = f.__code__; print(c.co_name, c.co_varnames, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_flags & 12, c.co_cellvars, c.co_freevars, c.co_nlocals, c.co_qualname, c.replace(co_name="n").co_name, types.CodeType is type(c), c == f.__code__, hash(c) == hash(f.__code__))
cell = types.CellType(); t(lambda: cell.cell_contents); cell.cell_contents = 3; print(cell.cell_contents, types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1)); del cell.cell_contents; t(lambda: cell.cell_contents)
class D:
    @types.DynamicClassAttribute
    def v(self): return "instance"
print(D().v); t(lambda: D.v)
@types.coroutine
def co(): yield 1
print(list(co()), isinstance(co(), types.GeneratorType), types.NoneType is type(None), types.EllipsisType, types.UnionType, types.GenericAlias(list, (int,)), types.NotImplementedType, isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(str.join, types.MethodDescriptorType), isinstance(int.__add__, types.WrapperDescriptorType), isinstance((1).__add__, types.MethodWrapperType), isinstance(dict.__dict__["fromkeys"], types.ClassMethodDescriptorType), isinstance(type.__dict__["__mro__"], types.MemberDescriptorType), isinstance(types.FunctionType.__code__, types.GetSetDescriptorType), types.LambdaType is types.FunctionType, isinstance(sys._getframe(), types.FrameType))
for T in (types.GeneratorType, types.FrameType, types.TracebackType, types.NoneType, types.BuiltinFunctionType): t(lambda: T())
def gen(): yield
G = gen(); print(G.gi_code is gen.__code__, G.gi_running, G.gi_yieldfrom, G.__name__, G.gi_frame is not None); list(G); print(G.gi_frame)
