# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module math with a few hundred combinations of arguments.
from _lib.probe import ALL, module

module("math", """acos asin atan atan2 ceil comb copysign cos cosh degrees dist exp exp2 expm1
fabs factorial floor fma""".split(), combinations=[each for each in ALL if "**" not in each and "Index(2" not in each])
