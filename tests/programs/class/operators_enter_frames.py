class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        return NotImplemented
    def __radd__(self, o): return V(o * 1000 + self.x)
    def __eq__(self, o): return self.x == (o.x if isinstance(o, V) else o)
    def __lt__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.x < o.x
    def __getitem__(self, k):
        if k == 'bad': raise KeyError(k)
        return (self.x, k)
    def __neg__(self): return V(-self.x)
    def __iter__(self): return It(self.x)
    def __repr__(self): return f"V({self.x})"
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class W(V):
    def __radd__(self, o): return 'W.radd'
    def __lt__(self, o): return []
    def __gt__(self, o): return [1]
a, b = V(1), V(2)
print(a + b, a + W(5), W(5) + a, 3 + a)
try: a + 'x'
except TypeError as e: print(e)
try: a += 'x'
except TypeError as e: print(e)
a += b
print(a, a == 3, a == V(3), a != b, a < b, b < a, b[1], b['k'])
try: a < 3
except TypeError as e: print(e)
if b < a: print('lt')
if not (a < b): print('not lt')
if a < W(1): print('refl true')
else: print('refl')
if W(1) < a: print('yes')
else: print('no, empty list')
while a < V(6):
    a += V(1)
print(a)
print([i for i in V(4)], sum(V(5)))
for i in V(3): print(i, end=' ')
print()
def nested():
    r = []
    for i in V(3):
        for j in V(i):
            r.append((i, j))
    return r
print(nested())
try: b['bad']
except KeyError as e: print('KeyError', e)
def f():
    return b['bad']
try: f()
except KeyError as e:
    t = e.__traceback__
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t = t.tb_next
class Deep:
    def __add__(self, o): return self + o
    def __eq__(self, o): return self == o
    def __getitem__(self, k): return self[k]
    def __next__(self):
        for x in self: pass
    def __iter__(self): return self
for f in (lambda: Deep() + 1, lambda: Deep() == 1, lambda: Deep()[0], lambda: [x for x in Deep()]):
    try: f()
    except RecursionError as e: print('RecursionError', e)
class S:
    n = 5
    @staticmethod
    def sm(x): return x + 1
    @classmethod
    def cm(cls, x): return cls.__name__, x
    def m(self, x): return x
class T(S): pass
for i in range(5):
    print(S.sm(i), S.cm(i), S().sm(i), S().cm(i), T.cm(i), T().cm(i), S.m(None, i), T.sm(1))
    if i == 2:
        S.cm = classmethod(lambda cls, x: ('new', cls, x)[0::2])
    if i == 3:
        T.sm = staticmethod(lambda x: 'T.sm')
def gen(): 
    for i in V(2):
        yield i
    try:
        for i in V(2):
            yield V(i) + V(1)
    finally: print('fin')
print(list(gen()))
g = gen(); next(g); next(g); next(g); g.close()
class Counter:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __len__(self): return len(self.d)
    def __contains__(self, k): return k in self.d
c = Counter(); c[1] = 2; print(len(c), 1 in c, 5 in c)
x = 1 << 100
print(x + 1, x - x, (x * 3) >> 64, (-x) >> 70, x ^ -1, x & (x - 1), x | 1, -x - 1 << 3, (2**63 - 1) + 1, (2**64) * (2**62), 2**126 * 2, -(2**126) * 2, 2**127 - 2**127, (2**127) + (2**127), -2**127 - 2**127, 1 << 63, -1 << 127, 2**70 >> 69, 2**70 >> 200, -1 >> 200, -(2**70) >> 71)
def d(a, b=2, *c, d=4, e, **f): return a, b, c, d, e, f
print(d(1, e=5), d(1, 2, 3, 4, e=1, x=2), d(*[1, 2, 3], **{'e': 1}), d(e=1, a=2))
for bad in ('d()', 'd(1)', 'd(1, e=1, a=2)', 'd(*1)', 'd(**1)', 'd(**{1:2})', 'V()', 'V(1,2)', 'V(1, x=1)', 'V(y=1)'):
    try: eval(bad)
    except TypeError as e: print(e)
class K:
    def __init__(self, a, b=2, c=3): self.t = a, b, c
print(K(1).t, K(1, 5).t, K(1, c=9).t, K(a=1).t, K(*[1, 2]).t, K(**{'a': 0}).t)
