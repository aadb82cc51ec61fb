import sys

sys.stderr = sys.stdout
x=True
~x
class I(int): pass
class C:
  def __index__(self): return I(3)
  def __int__(self): return I(3)
  def __float__(self):
     class F(float): pass
     return F(3)
[1,2,3,4][C()]
int(C()); float(C())
class T:
  def __trunc__(self): return 3
print(int(T()))
def g():
  yield 1
try: g().throw(ValueError, "x", None)
except ValueError: pass
if NotImplemented: pass
print(not NotImplemented)
from functools import partial
class D: p = partial(print)
D().p
import operator
print(operator.index(C()))
range(C())
class B:
  def __index__(self): return True
print(operator.index(B()), [1,2][B()])
def f(): return ~x
f(); f()
for i in range(3):
    ~x
import re
re.compile("[[a]")
def h(): return re.compile("[[b]")
h()
exec("'\\d'")
eval("1 is 1")
