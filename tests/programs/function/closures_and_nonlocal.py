def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return up, get
up, get = counter()
up(); up(5)
print(get())
def deep():
    x = "a"
    def one():
        def two():
            nonlocal x
            x += "b"
            return lambda: x
        return two()
    return one()()
print(deep())
def swap(a, b):
    def inner():
        nonlocal a, b
        a, b = b, a
    inner()
    return a, b
print(swap(1, 2))
def unbound():
    def inner(): return later
    try:
        inner()
    except NameError as e: print(type(e).__name__, e)
    later = 1
    return inner()
print(unbound())
def deleted():
    v = 1
    def inner(): return v
    del v
    try:
        inner()
    except NameError as e: print(e)
deleted()
def local():
    try:
        print(zzz)
    except UnboundLocalError as e: print(e)
    zzz = 1
    del zzz
    try:
        zzz
    except UnboundLocalError as e: print(e)
local()
x = "global"
class C:
    x = "class"
    def m(self): return x
    y = [x for _ in range(1)]
    z = (lambda: x)()
print(C().m(), C.y, C.z)
