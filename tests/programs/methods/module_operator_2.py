# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module operator with a few hundred combinations of arguments.
from _lib.probe import ALL, module

module("operator", """imatmul imod index indexOf inv invert ior is_ is_not isub itemgetter itruediv ixor le length_hint lt
matmul methodcaller mod mul ne neg not_ or_ pos setitem sub truediv truth xor""".split(), combinations=[each for each in ALL if "2**6" not in each and "10**30" not in each and "Index(2**70)" not in each])
