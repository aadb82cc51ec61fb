import sys
rc = sys.getrefcount
class A: pass
def show(name, n): print(name, n)
def local():
    x = object(); return rc(x)
def two():
    x = []; y = x; return rc(x)
def in_list():
    x = []; l = [x, x, x]; return rc(x)
def in_dict():
    x = A(); d = {1: x}; return rc(x)
def as_key():
    x = A(); d = {x: 1}; return rc(x)
def in_tuple():
    x = []; t = (x, x); return rc(x)
def in_set():
    x = A(); s = {x}; return rc(x)
def attr():
    x = []; a = A(); a.x = x; return rc(x), rc(a)
def arg(x): return rc(x)
def passed(): 
    x = []; return arg(x)
def closure():
    x = []
    def f(): return x
    return rc(x)
def deleted():
    x = []; y = x; del y; return rc(x)
def rebound():
    x = []; y = x; y = None; return rc(x)
def loop():
    x = []; l = [x]*10; return rc(x)
def popped():
    x = []; l = [x]; l.pop(); return rc(x)
def cleared():
    x = []; d = {1: x}; d.clear(); return rc(x)
def iterated():
    x = []; r = []
    for y in [x]: r.append(rc(y))
    return r
def method():
    a = A(); m = a.__init__; return rc(a)
def bound():
    class B:
        def m(self): return rc(self)
    b = B(); return b.m()
def instances():
    class B: pass
    before = rc(B); l = [B() for _ in range(5)]; return rc(B) - before
def exc():
    e = ValueError(); 
    try: raise e
    except ValueError as f: return rc(e)
def gen():
    x = []
    def g(y): yield rc(y)
    return next(g(x))
def default():
    x = []
    def f(y=x): return rc(y)
    return f()
def star(*args): return rc(args), rc(args[0])
def kw(**kws): return rc(kws), rc(kws['x'])
def temp(): return rc([])
def tempo(): return rc(A())
def slice_(): 
    x=[]; l=[x]; m=l[:]; return rc(x)
def weak():
    import weakref
    x=A(); r=weakref.ref(x); return rc(x), rc(r)
def comp():
    x=[]; l=[x for _ in range(3)]; return rc(x)
def nested():
    x=[[]]; y=x[0]; return rc(x), rc(y)
def swap():
    a=[]; b=[]; a,b=b,a; return rc(a), rc(b)
def walrus():
    return rc(y:=[]), rc(y)
def ret():
    def f(): 
        z=[]; return z
    x=f(); return rc(x)
def chained():
    a=b=c=[]; return rc(a)
def fn():
    def f(): pass
    g=f; return rc(f)
def cell():
    x=[]
    def f():
        return rc(x)
    return f()
def unpack():
    x=[]; a,*b=[x,x,x]; return rc(x)
def dictval():
    x=[]; d=dict(a=x,b=x); return rc(x), rc(d)
def frozen():
    x=frozenset([1]); return rc(x)
def strs():
    x="ab"+str(id(local)); return rc(x)
def big():
    x=10**30+id(local); return rc(x)
def byts():
    x=bytes([1,2,3]); y=x; return rc(x)
def inst_dict():
    a=A(); d=a.__dict__; return rc(d), rc(a)
def zipped():
    x=[]; z=zip(x,x); return rc(x)
def mapped():
    x=[]; z=map(len,x); return rc(x)
def itr():
    x=[1]; i=iter(x); return rc(x)
def exhausted():
    x=[1]; i=iter(x); list(i); return rc(x)
def fmt():
    x=[]; s=f"{x}"; return rc(x)
def cmp():
    x=[]; y=[]; x==y; x is y; return rc(x)
def cond():
    x=[]; y=x if x is not None else None; return rc(x)
def glob():
    global G
    G=[]; return rc(G)
def imm(): return rc(None), rc(True), rc(1), rc('a'), rc(()), rc(...)
def partial_():
    import functools
    x=[]; p=functools.partial(len,x); return rc(x)
for f in [local,two,in_list,in_dict,as_key,in_tuple,in_set,attr,passed,closure,deleted,rebound,loop,popped,cleared,iterated,method,bound,instances,exc,gen,default,temp,tempo,slice_,weak,comp,nested,swap,walrus,ret,chained,fn,cell,unpack,dictval,frozen,strs,big,byts,inst_dict,zipped,mapped,itr,exhausted,fmt,cmp,cond,glob,imm,partial_]:
    print(f.__name__, f())
print(star([]), kw(x=[]))
print(rc(A()))
