# Combinations of optional parts that the other files do not have.
f(a := b for c in d)
x = (a := b for c in d)
x = [a for b in c if d if e and f if g or h]
match a:
    case {**b,}: pass
    case {"c": d, **e,}: pass
if a: b
elif c: d
if a := b: c
elif d := e: f
else: g
if a := b: c
elif d: e
elif f := g: h
if a := b: c
else: d
while a: b
else: c
while a := b: c
else: d
try: a
except b: c
else: d
try: a
except b: c
finally: d
try: a
except* b: c
else: d
try: a
except* b: c
finally: d
try: a
except* b: c
@a := b
@c
def f[T](d): pass
@a
async def f[T](b): pass
@a
class b(c): pass
@a
class b[T]: pass
@a
class b[T](c): pass
x = a if b + 1 else c, a + 1 if b else c, a + 1 if b + 2 else c + 3
x = a[b:c:], a[b::], a[:c:], a[::], a[b + 1:c + 2:d + 3]
def f[T = int, U: a = b, *V, **W](): pass
type X[T = int] = T
