# runs: plain leaks; a collection at every allocation would take minutes
# Every method of slice with a few hundred combinations of arguments.
from _lib.probe import run

run("slice", ["slice(1, 5, 2)", "slice(None)"])
