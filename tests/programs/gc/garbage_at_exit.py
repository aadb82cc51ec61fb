import weakref
class C: pass
def gen(c):
    try:
        yield c
    finally:
        print('finally')
c=C(); c.g=gen(c); next(c.g)
d=C(); d.d=d
r=weakref.ref(d, lambda r: print('gone'))
del c, d
