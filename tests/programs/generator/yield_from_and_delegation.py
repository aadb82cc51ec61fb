def inner():
    try:
        got = yield "a"
        print("inner got", got)
        yield "b"
    except KeyError as e:
        print("inner caught", e)
        yield "c"
    finally:
        print("inner done")
    return 42
def outer():
    result = yield from inner()
    print("result", result)
    yield from [1, 2]
    yield from "xy"
    return "outer"
print(list(outer()))
g = outer()
next(g); print(g.send("S")); print(g.throw(KeyError("k"))); print(list(g))
g = outer(); next(g); g.close(); print("closed")
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("value")
        return self.n
def d():
    v = yield from It()
    print("v", v)
print(list(d()))
def chain(n):
    if n: yield from chain(n - 1)
    yield n
print(list(chain(50))[-3:])
def e():
    try: yield 1
    finally: print("cleanup")
for x in e(): break
print("after break")
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as x: print(x, type(x.__cause__))
def reenter():
    global me
    try: next(me)
    except ValueError as x: print(x)
    yield 1
me = reenter(); next(me)
def ignore():
    while True:
        try: yield
        except GeneratorExit: pass
i = ignore(); next(i)
try: i.close()
except RuntimeError as x: print(x)
def ret():
    try: yield 1
    except GeneratorExit: return "r"
r = ret(); next(r); print(r.close())
