"""Subscripts of dict subclasses: keys that are there, missing ones, methods of their own, set and removed later."""
from collections import defaultdict, Counter, OrderedDict


def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class D(dict):
    def __missing__(self,k): return ('miss',k)
class E(D):
    def __getitem__(self,k): return 'own'
class F(defaultdict):
    def __setitem__(self,k,v): super().__setitem__(k,('set',v))
d=D(a=1); t(lambda: (d['a'],d['b'],d[1])); e=E(a=1); t(lambda: e['a']); f=F(list); f['x']=1; t(lambda: f); t(lambda: f['y']); 
f['x']+=(1,); t(lambda: f)
D.__getitem__=lambda s,k: 'patched'; t(lambda: d['a']); del D.__getitem__; t(lambda: d['a'])
c=Counter('abca'); c['a']+=5; t(lambda: c); c['zz']; t(lambda: c); c[1]+=1; t(lambda: c)
o=OrderedDict(a=1); o['b']=2; o['a']+=1; t(lambda: o); o.move_to_end('a'); t(lambda:o)
dd=defaultdict(int); dd['a']+=1; dd[5]+=2; dd[(1,2)]+=3; dd['a']+=1; t(lambda: dd)
class M(type(dict)): pass
class G(dict, metaclass=M):
    def __setitem__(self,k,v): dict.__setitem__(self,k,v*2)
g=G(); g['a']=2; g['a']+=1; t(lambda: g)
class H(Counter): 
    def __missing__(self,k): return 100
h=H(); h['q']+=1; t(lambda:h)
