class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name.upper()
    def __exit__(self, t, v, tb): print("exit", self.name, t and t.__name__, v, tb is not None); return self.swallow
with CM("a") as x, CM("b") as (y): print(x, y)
with CM("s", True): raise ValueError("v")
try:
    with CM("n"): 1 / 0
except ZeroDivisionError as e: print("out", e)
with (CM("p") as p, CM("q"),): print(p)
def f():
    with CM("r"):
        return "returned"
print(f())
for i in range(3):
    with CM(str(i)):
        if i == 0: continue
        if i == 1: break
class Bad:
    pass
try:
    with Bad(): pass
except TypeError as e: print(e)
class Half:
    def __enter__(self): return 1
try:
    with Half(): pass
except TypeError as e: print(e)
class EnterFails:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *a): print("never")
try:
    with CM("outer"), EnterFails(): pass
except KeyError as e: print(e)
class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")
try:
    with ExitFails(): raise ValueError("body")
except RuntimeError as e: print(e, repr(e.__context__))
with CM("t") as [a, *b]: print(a, b)
def g():
    with CM("gen"): yield 1
for _ in g(): pass
list(g())
