# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(reversed([])) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(reversed([]))", ["reversed([1, 2])"])
