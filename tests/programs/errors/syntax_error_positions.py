# Messages and positions of compile-time errors.
srcs = """async def f(): yield from x
def f(): await x
async def f(): [x async for x in y]
def f(): [x async for x in y]
def f(): async with x: pass
def f(): async for x in y: pass
async with x: pass
x: int: str
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(a, /, b, /): pass
def f(/): pass
def f(**k, a): pass
def f(*a, *b): pass
class C(x for x in y): pass
f(x for x in y, 1)
f(a=1, a=2)
f(**k, *a)
f(**k, 1)
f(1=2)
f(a.b=2)
f(True=1)
lambda *: 1
import a.b as c.d
from a import *, b
from . import (a, b
from a import (b,, c)
import
from x
from x import
from . import *
def f(): from a import *
x = 1; from __future__ import annotations
global x
nonlocal x
del f()
del x + 1
del (a, b + 1)
x + 1 = 2
f() = 1
a, f() = 1
[a, 1] = 2
"a" = 1
None = 1
True = 1
... = 1
x = yield = 1
(yield) = 1
a if b else c = 1
lambda: 1 = 2
{a: b} = 1
{a} = 1
a < b = 1
not a = 1
-a = 1
a and b = 1
f"{x}" = 1
[x for x in y] = 1
a := 1
(a.b := 1)
(a[0] := 1)
((a, b) := 1)
f(a := 1, b := 2)
x = (y := 1, z = 2)
for 1 in x: pass
for f() in x: pass
for x y in z: pass
for x in: pass
while: pass
if x = 1: pass
if x: 
else: pass
elif x: pass
try: pass
try: pass\nfinally
try: pass\nexcept: pass\nexcept A: pass
try: pass\nexcept A, B: pass
try: pass\nelse: pass
with: pass
with x as 1: pass
with x as f(): pass
with (x as y, z as 1): pass
break
continue
return
yield
for x in y:\n def f(): break
class C: return 1
def f(): yield; return 1
async def f(): yield 1; return 1
print "a"
exec "a"
print a, b
raise a, b
a b c
1 2
"a" b
a 'b'
a.1
1.a
1_
0b2
0o8
0xg
01
1__0
1e
0_7
1.2.3
'abc
"abc
'''abc
f'{a'
f'{a!}'
b'é'
u'a' b'b'
'\\N{foo'
'\\x1'
'\\u12'
'\\U12345678'
b'\\x1'
a ? b
a $ b
a ! b
a != b !
`a`
a <> b
a ++
a+++
++a
a -
(a
a)
[a)
{a]
(a, b
f(a, b
x = {
x = {1: 2, 3}
x = {1, 2: 3}
x = {**a, b}
x = {1: *a}
x = {1:}
x = {:1}
x = [*]
x = *a
print(*)
f(**)
*a
*a, b
*a = 1
**a
a = b = 
a += b += c
a += 1 = 2
(a, b) += 1
a: int += 1
(a, b): int
[a]: int
a.b: int = 1
f(): int
def f() -> : pass
def f(a:): pass
def f(a b): pass
def (a): pass
def f: pass
def f(): 
class: pass
class C(: pass
class C(a=1, b): pass
@
@a b\ndef f(): pass
@a
match x: pass
match x:\n case
match x:\n case 1 pass
match x:\n case a | b: pass
match x:\n case {**a, 1: 2}: pass
match x:\n case -a: pass
type X = 
type X[T = int
type 1 = 2
def f[T: (yield)](): pass
class C[T, T]: pass
def f[](): pass
type X[*T, **P] = int
x = 1 if 2
x = if 1 else 2
x = 1 else 2
lambda x=: 1
lambda (x): 1
not
a not b
a in
a is not
a is is b
assert
del
return = 1
import = 1
class = 1
async = 1
await = 1
None.x = 1
x.None
x.True = 1
def None(): pass
def f(None): pass
class None: pass
import a as None
for None in x: pass
with x as None: pass
except = 1
f(None=1)
lambda None: 1
a = 1 +\n2
a = (1 +\n2
if a:\npass
if a:\n  b\n c
  a
a\n  b
if a:\n\tb\n        c
def f():\n  a\n b
\\
a \\ b
a = 1 \\
x = 'a\nb'
é = 
a·b
“a”
a‐b
\u200ba
x = 5 y
[1 2]
(1 2)
{1 2}
[a, b c]
f(a b)
f(a, b c)
f(a for b in c d)
[a for b in c if]
[for a in b]
[a for in b]
[a for b]
a[1:2:3:4]
a[]
a[1,2 3]
a..b
a.
.a
->a
a->b
a:=b:=c
x = a:=1
del a, 
global
global a.b
nonlocal a, 
pass 1
break 1
import a, 
raise from a
raise a from
yield = 1
with a, b: c: d
if a: b: c
a; ; b
; a
a;;""".split("\n")
for s in srcs:
    s = s.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\").replace("\\u200b", "\u200b")
    try:
        compile(s, "s", "exec")
        print(repr(s), "ok")
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
