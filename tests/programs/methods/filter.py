# runs: plain leaks; a collection at every allocation would take minutes
# Every method of filter with a few hundred combinations of arguments.
from _lib.probe import run

run("filter", ["filter(None, [0, 1])"])
