# runs: plain
# Wrong source texts: message and place.
srcs = """x = = 1
x = 
1 = x
f() = 1
x + 1 = 2
(a, 1) = 2
[a, f()] = 1
{a: 1} = 2
None = 1
True = 1
__debug__ = 1
x = yield
return 1
yield 1
await x
async def f(): yield from x
break
continue
if x
if x:
while x
for x in y
for 1 in x: pass
for x y in z: pass
def f(
def f()
def f(x, x): pass
def f(x=1, y): pass
def f(*, **k): pass
def f(*): pass
def f(*a, *b): pass
def f(**k, a): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*, /): pass
def f(a b): pass
def f(1): pass
def f(a=): pass
def f(a:): pass
def f(a) -> : pass
lambda x=1, y: 0
lambda *: 0
f(a for a in b, c)
f(a=1, b)
f(**a, b)
f(**a, *b)
f(a=1, a=2)
f(1=2)
f(a.b=1)
f(True=1)
f(a=)
f(*)
f(**)
f(a b)
f(a, b c)
class A(
class A
class A: pass; x = 
class A(x for x in y): pass
import
import a.
import a as
import a as b.c
from x import
from . import
from x import *, y
from x import (a
from x import a,
from x import (a, b,)
from __future__ import nope
from __future__ import braces
def f(): from x import *
try: pass
try: pass\\nexcept: pass\\nexcept A: pass
try: pass\\nexcept* A: pass\\nexcept B: pass
try: pass\\nexcept*: pass
try: pass\\nexcept A, B: pass
try: pass\\nfinally: pass\\nelse: pass
try: pass\\nexcept A as 1: pass
try: pass\\nexcept A as a.b: pass
try:\\n  pass\\nx
try: pass\\nexcept* A: break
while 1:\\n try: pass\\n except* A: continue
def f():\\n try: pass\\n except* A: return
with x
with x as 1: pass
with x as f(): pass
with (x as y, z as 1): pass
with: pass
raise x from
raise from x
del f()
del 1
del x + 1
del (a, 1)
del *a
del
assert
assert (x, 'a')
global x; x
def f():\\n x = 1\\n global x
def f(x): global x
def f(): nonlocal x
nonlocal x
def f():\\n def g(): nonlocal x\\n x = 1
global x, x
def f(x): nonlocal x
def f():\\n print(x)\\n nonlocal x
x: int: str
x: int = 
(x): int = 1
x, y: int
[x]: int
f(): int
x.y: int = 1
x += 
(a, b) += 1
f() += 1
x + 1 += 1
[a] += 1
1 += x
x := 1
(x := )
(1 := 2)
(x.y := 1)
[x := 1 for x in y]
[(y := 1) for x in (y := z)]
[x for x in y := z]
class A:\\n [(a := 1) for b in c]
(x, y := 1, 2)
f(x := 1, y := 2)
f(x = y := 1)
x = *a
*a = 1
*a, *b = c
x = (*a)
print(*a, **)
[*a for a in b]
{**a for a in b}
{a: b for a in b, c}
{a: *b}
{*a: b}
{a: 1, b}
{a, b: 1}
{a: }
{**a, *b}
{: 1}
[a, b
(a, b
a)
a]
(a]
[a)
{a)
'abc
\"\"\"abc
'abc\\\\
f'{'
f'{a'
f'{a!}'
f'{a!x}'
f'{a!r'
f'{}'
f'{ }'
f'{a b}'
f'{a:{b}'
f'{a:{b:{c:{d}}}}'
f'}'
f'{{}'
f'{*a}'
f'{lambda x: 1}'
f'{a = }'
f'{=}'
f'{!r}'
f'{a:}}'
f'{yield}'
f'{x:=5}'
f'{#}'
f'{a;b}'
f'{a $ b}'
f'''{
b'é'
b'a' 'b'
'\\\\N{foo}'
'\\\\x1'
'\\\\u12'
b'\\\\x1'
r'\\\\'
0777
0x
0xg
0b2
0o8
1__0
1_
1e
1.e
1.5j5
1abc
1if 2else 3
0_7
1.a
1..a
x = 5 if 1
x = 5 if 1 else
not
x not y
x is not
a < > b
a <> b
a === b
a ! b
a !
a ? b
$a
a@
a@=
@
@a
@a\\nx = 1
`a`
a b
print a
print 'a', b
exec 'a'
print
  x
if 1:\\nx
if 1:\\n  x\\n y
if 1:\\n\\tx\\n        y
if 1:\\n        x\\n\\ty
def f():\\nx
class A:\\nx
for x in y:\\nz
  x = 1\\n y = 2
match x:\\n pass
match x:\\n case 1: pass\\n pass
match x:\\n case a: pass\\n case b: pass
match x:\\n case a | b: pass
match x:\\n case 1 | a | 2: pass
match x:\\n case {**a, 'b': 1}: pass
match x:\\n case {'a': 1, 'a': 2}: pass
match x:\\n case [*a, *b]: pass
match x:\\n case A(a=1, 2): pass
match x:\\n case A(a=1, a=2): pass
match x:\\n case (a, a): pass
match x:\\n case a.b.c(): pass
match x:\\n case 1 as _: pass
match x:\\n case 1 as a.b: pass
match x:\\n case -a: pass
match x:\\n case 1 + 1: pass
match x:\\n case 1 + a: pass
match x:\\n case f'': pass
match x:\\n case {a: 1}: pass
match x:\\n case *a: pass
match x:\\n case case: pass
match x:\\n case {**_}: pass
match x:\\n case
match x:\\n case 1
match x
match:
type X
type X =
type X[T] = T[
type X[T, T] = 1
type X[T: (yield)] = 1
type X = (yield)
type X = (x := 1)
type X[T=1, U] = 1
def f[T](x: T, T): pass
def f[](): pass
class A[T](y := 1): pass
class A[T]: yield
type 1 = 2
async x
async def f(): [await x for x in y]
[await x for x in y]
async for x in y: pass
async with x: pass
def f(): async for x in y: pass
def f(): await x
lambda: (yield)
class A: yield
class A: return
[(yield) for x in y]
x = lambda: await y
def f(a, *, b=1, c): pass
f(x for x in y for z)
[x for x]
[x for x in]
[for x in y]
[x, y for x in y]
(x, y for x in y)
{x, y for x in y}
[x for x in y if]
[x for x in 1, 2]
x[1:2:3:4]
x[]
x[a b]
x.
x.1
x..y
x->y
x++
x--
++
a = b = 
a, = 
a = 1 2
a = b c
if a = 1: pass
if a.b = 1: pass
while a = 1: pass
a if b = c else d
print(a = b = c)
f(a, b=1, *c, d)
f(a := 1 for a in b)
else: pass
elif x: pass
except: pass
finally: pass
if x: pass\\nelse x: pass
if x: pass\\nelif: pass
if x: pass\\nelse: pass\\nelif y: pass
for x in y: pass\\nelse: pass\\nelse: pass
pass pass
import a, b c
import a b
from a import b c
from a import b as
from a import b as 1
import a as 1
from a import 1
import 1
from 1 import a
from .a. import b
from ... import (a
\\x00
x = '\\x00'
é = 1; x² = 1
x = “a”
x = 1\u200b
a\u00a0b
\\
x = \\
x = \\ 1
(
{
[
'''
#
;
x;;y
;x
x:
:
...
.
,
,a
a,,b
(,)
(a,,b)
(a,)b
lambda
lambda:
lambda x
lambda (x): 1
lambda x: pass
x = pass
x = return
return = 1
class = 1
def = 1
def 1(): pass
def f.g(): pass
class 1: pass
class A.b: pass
class A(b=1, c): pass
class A(*): pass
global
global 1
global a.b
nonlocal a b
pass 1
break 1
raise x, y
raise x from y from z
assert x, 
assert x y
del x y
del (x
with x as y z: pass
with x, : pass
with (x, y as z): pass
with (x as y): pass
with (): pass
for x in : pass
for in x: pass
for x: pass
for x in y z: pass
for (x in y): pass
for *x in y: pass
for x in *y: pass
for x in *y, z: pass
return *a
yield *a
x = yield = 1
(yield) = 1
yield = 1
x = (yield x = 1)
a and = 1
a or
not = 1
- = 1
-x = 1
x < y = 1
x and y = 1
not x = 1
lambda: 1 = 2
x if y else z = 1
'a' = 1
f'a' = 1
... = 1
[x for x in y] = 1
(x for x in y) = 1
{x for x in y} = 1
{x: 1 for x in y} = 1
{} = 1
{1} = 1
() = 1
[] = 1
(()) = 1
a.b() = 1
a[1]() = 1
a() .b = 1
`a` = 1
await x = 1
x: = 1
x: y = z = 1
x: (yield) = 1
1: int
def f(): return = 1
async
await
print(1 2)
print(1, 2 3)
foo(a, b for b in c)
foo(b for b in c, a)
foo(*a for a in b)
foo(**a for a in b)
foo(a for a in b, c for c in d)
class A(a for a in b): pass
@(yield)\\ndef f(): pass
@x y\\ndef f(): pass
x = {1, **a}
x = {**a, 1}
x = {1: 2, **a, 3}
x = {1:2, 3:4, 5}
x = {1:2, 3:}
x = [1, 2 3]
x = (1, 2 3)
x = {1, 2 3}
x = {1: 2 3}
""".split("\n")
import sys
for s in srcs:
    s = s.replace("\\n", "\n").replace("\\x00", "\0").replace("\\u200b", "\u200b")
    for mode in ("exec", "eval", "single")[:1]:
        try:
            compile(s, "f", mode)
            print(repr(s), "ok")
        except SyntaxError as e:
            print(repr(s), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
        except Exception as e:
            print(repr(s), type(e).__name__, e)
