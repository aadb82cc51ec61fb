# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(lambda: 0) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(lambda: 0)", ["(lambda x: x)"])
