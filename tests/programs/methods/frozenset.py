# runs: plain leaks; a collection at every allocation would take minutes
# Every method of frozenset with a few hundred combinations of arguments.
from _lib.probe import run

run("frozenset", ["frozenset()", "frozenset([1, 'a', 2.5])"])
