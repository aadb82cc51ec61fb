pass
break
continue
x
x, y
*x, y
*x,
"docstring"
...
return
return x
return x, *y
raise
raise x
raise x from y
assert x
assert x, y
global x
global x, y
nonlocal x
nonlocal x, y
yield
yield x
yield x, *y
yield from x
await x
import a
import a.b.c
import a . b as c, d, e.f as g
from a import b
from a.b import c as d, e
from a import (b)
from a import (b as c, d,)
from a import *
from . import a
from .a import b
from ... import a
from .... import (a, b)
from . . . a . b import c
from ...... a import b
