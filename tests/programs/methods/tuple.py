# runs: plain leaks; a collection at every allocation would take minutes
# Every method of tuple with a few hundred combinations of arguments.
from _lib.probe import run

run("tuple", ["()", "(3, 'a', 1.5)"])
