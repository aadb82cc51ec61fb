class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = D(1); del a; print("after 1")
b = D(2); b = D(3); print("rebound")
def f(): c = D(4); print("in f")
f(); print("after f")
l = [D(5), D(6)]; l.pop(); print("popped"); l.clear(); print("cleared")
d = {"k": D(7)}; d["k"] = 0; print("replaced")
D(8)
print("temp")
x = [D(9) for _ in range(2)]; del x[0]; print("one left"); del x
class Res:
    saved = []
    def __del__(self): Res.saved.append(self); print("resurrect")
r = Res(); del r; print(len(Res.saved)); Res.saved.clear(); print("gone")
class Child(D):
    def __del__(self): print("child"); super().__del__()
Child(10)
class Bad:
    def __del__(self): raise ValueError("in del")
class Chain:
    def __init__(self, nxt): self.nxt = nxt
c = None
for i in range(200000): c = Chain(c)
del c; print("long chain freed")
n = []
for i in range(100000): n = [n]
del n; print("deep list freed")
def gen():
    try: yield D(11)
    finally: print("gen closed")
g = gen(); v = next(g); del v; print("value gone"); del g; print("gen gone")
try:
    e = D(12); raise ValueError(e)
except ValueError as err: pass
del e; print("end of exception")
t = (D(13), D(14)); del t; print("tuple")
s = D(15)
def closure():
    k = D(16)
    return lambda: k
h = closure(); print("closure alive"); del h; print("closure dead")
B = b
del b
print("B still"); del B
