# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(iter([])) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(iter([]))", ["iter([1, 2])"])
