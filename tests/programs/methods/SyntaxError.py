# runs: plain leaks; a collection at every allocation would take minutes
# Every method of SyntaxError with a few hundred combinations of arguments.
from _lib.probe import run

run("SyntaxError", ["SyntaxError('why', ('f', 1, 2, 'text', 1, 3))"])
