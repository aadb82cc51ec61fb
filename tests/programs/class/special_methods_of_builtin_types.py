# Special methods that are those of builtin types: in subclasses, and in classes to which they do not apply.
class D(dict):
    def __getitem__(self, k): return super().__getitem__(k)
class E(dict): pass
e=E(a=1); e['b']=2; print(e['a'], len(e), 'a' in e, list(e), e==E(a=1,b=2), repr(e), hash is not None)
class I(int): pass
print(I(3)+I(4), I(3)<4, -I(3), hash(I(7)), bool(I(0)), divmod(I(7),2), I(3).__add__(4), str(I(5)))
class L(list): pass
l=L([3,1]); l+= [2]; l[0]=9; del l[1]; print(l, l*2, l+[1], sorted(l), list(reversed(l)))
class S(str): pass
print(S('a')+'b', S('a')*3, S('a')<'b', S('%s')%3, hash(S('q'))==hash('q'))
class Q(dict):
    __getitem__ = dict.__getitem__
    __len__ = dict.__len__
q=Q(a=5); print(q['a'], len(q))
try: q['zz']
except KeyError as x: print('KeyError', x)
class W:
    __len__ = list.__len__
try: len(W())
except TypeError as x: print(x)
class V:
    __getitem__ = dict.__getitem__
try: V()[1]
except TypeError as x: print(x)
class U:
    __add__ = int.__add__
try: U()+1
except TypeError as x: print(x)
print(list(filter(str.isalpha, ['a','1'])), list(map(str.upper, ['a'])))
try: list(map(str.upper, [1]))
except TypeError as x: print(x)
try: list(map(str.upper, ['a'], ['b']))
except TypeError as x: print(x)
d={1:2,3:4}
it=iter(d.items()); next(it); d[5]=6
try: next(it)
except RuntimeError as x: print(x)
d={1:2,3:4}
it=iter(d.items()); next(it); del d[3]; d[7]=8
try: print(next(it)); print(next(it))
except (RuntimeError,StopIteration) as x: print(type(x),x)
print(list(reversed({1:2,3:4}.items())))
