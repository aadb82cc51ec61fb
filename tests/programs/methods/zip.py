# runs: plain leaks; a collection at every allocation would take minutes
# Every method of zip with a few hundred combinations of arguments.
from _lib.probe import run

run("zip", ["zip('ab', [1, 2])"])
