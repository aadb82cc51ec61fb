def tag(label):
    def wrap(f):
        def inner(*a, **k):
            return f"{label}({f(*a, **k)})"
        inner.__name__ = f.__name__
        return inner
    return wrap
@tag("a")
@tag("b")
def f(x): return x
print(f(1), f.__name__)
order = []
def note(n):
    order.append(n)
    def d(f):
        order.append(-n)
        return f
    return d
@note(1)
@note(2)
@note(3)
class K: pass
print(order, K.__name__)
@lambda f: f(21) * 2
def answer(n): return n
print(answer)
table = {"k": [tag("t")]}
@table["k"][0]
def g(): return "g"
print(g())
class Memo:
    def __init__(self, f): self.f, self.seen = f, {}
    def __call__(self, n):
        if n not in self.seen: self.seen[n] = self.f(n)
        return self.seen[n]
@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.seen))
