# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type((x for x in ())) with a few hundred combinations of arguments.
from _lib.probe import run

run("type((x for x in ()))", ["(x for x in [1, 2])"])
