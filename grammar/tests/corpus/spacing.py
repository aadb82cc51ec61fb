def f(* a,** b):pass
f  (x for x in y)
for x in y :pass
match z:
 case [* a ]:pass
f"{x =  }{x= !r}{x = :>{y = }}"
match x:
 case x as  y : pass
 case case: pass
 case - 1 + 2j | (3) | "a" 'b': pass
 case {"a": 1, ** rest}: pass
 case {-1: x, a.b: y,}: pass
 case A(1, b = 2, ) | a.b.C( ) | None: pass
 case (): pass
 case (a, ) if x: pass
 case [ ] | [a, * _] | (a, b): pass
 case a, * b, : pass
 case * a , : pass
match = 1; match[x]; case = 2; type = 3; type (x)
match (x), y:
    case _: pass
type X [T : int = str, * Ts = * a, ** P = []] = int
type X = int ; type type = match
async def f [T] (a, / , b : int = 1, * , c : int, d = 2 , ** k : x) -> ( yield ): await x ; await x.y ** await z
@ a . b
@ (c)
class A [T] ( b , * c, d = e, ** f ) : pass
class B : pass
class C () : pass
with ( a ) : pass
with ( a as b , c , ) : pass
with ( a , b ) as c , d : pass
with ( yield ) : pass
with ( a for a in b ) : pass
with (a, b) : pass
with ( a ) , b : pass
with ( * a , b ) : pass
with (a := b) : pass
async def g():
    async with a as ( b , [ * c ] ) , d as e . f : pass
    async for x , * y in z , * w : pass
    else : pass
    return [ x async for x in y if z if w for q , in r ]
x = yield
x = y , = z = * a , b
x : int
( x ) : int = 1
x . y : int = yield
x [ 0 ] : int = * a , b
x += yield
( x ) += 1
del a , ( b , [ c ] ) , d . e , f [ 0 ] ,
del ( a )
import a . b . c as d , e
from . . . a . b import c as d , e
from ... import ( c , )
from .... import *
try : pass
except : pass
try : pass
except * A as b : pass
except * ( B , C ) : pass
else : pass
finally : pass
try : pass
finally : pass
x = a if b else lambda : c if d else e
x = lambda a , / , b = 1 , * c , d = 2 , ** e : 0
x = lambda * , a : 0
x = not a and b or not not c in d is not e not in f is g
x = - a ** - b ** c @ d // e % f << g >> h & i | j ^ k + ~ l
x = ( a < b ) < c , ( a and b ) and c , a < ( b < c ), ( a + b ) * c
x [ a : b , c : , : d : e , : : , * f , g := h , i ]
x [ : ], x [ : : ], x [ a : b : c ], x[*a], x[a,], x[a:=b], x[a:b,]
x = { ** a , b : c , } , { * a , b , } , { a : b for c in d } , { a for b in c } , { }
x = [ * a , b := c ] , [ ] , ( ) , ( a , ) , ( * a , ) , [ a ]
f ( a , * b , c = d , * e , ** g , h = i , ** j , )
f ( a := b , ) ( ) [ 0 ] . c ( x for x in y )
x = 1_0 , 0x_f , 0o17 , 0b1 , 1. , .5 , 1e10 , 1_0.0_1e+1_0 , 1j , 0xfffffffffffffffffff , 00 , 1 if x else 2
x = "a" 'b' , u"a" "b" , "a" u"b" , b'a' B"b" , rb'\a' , "\N{DIGIT ONE}\x41\u0041\U00000041\101\
" , '''a
b''' , "\ud800" , "\q"
x = f"a{{b}}c{x!r:>{y}.{z}}d" "e" rf"\{x}" , F"" , f'{x!s}' , f"{ {1:2}[1] }" , f"{x:{{}}}" , f"{(lambda x: 1)}" , f"{x:=5}" , f"{x!=y}" , f"{x:a{y=}b}", f"{'a' 'b'}"
x = f'''{
x
}{x:
a}''' f"{x,}{*a,b}{yield}{x:%H:%M}"
global a , b
def f():
    nonlocal a
    assert a , b
    raise a from b
    raise
    return
    return * a , b
    yield from a
    yield a , b ; yield * a ,
    while a := b : break
    else : continue
    if a : pass
    elif b : pass ;
    elif c : pass
    else : pass
if a : pass ; pass ;
ﬁ = µ = 1
print ( * args , sep = "" )
x = ... . a , None . b , True , False , 1 . real
x = await_ = async_ = a
def f():
	if x:
	        pass
	else: pass
x = a if b else c if d else e
(yield)
(a)(b)(c)
async def f():
    return await a , - await b , await c ** 2 , [ await d for e in await f ]
@a
async def f ( ) : pass
for ( x ) in y : pass
for x [ a in b ] , y . z in w : pass
[ x for x [ a in b ] in c if d in e ]
x = a . b . c ( d ) [ e ] . f
x = "" f"" , f"" "" , f"{x}" "" u""
a = b = c
class D ( A , metaclass = M ) : x : int = 1 ; y = 2
