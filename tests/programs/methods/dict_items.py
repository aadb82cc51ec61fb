# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type({}.items()) with a few hundred combinations of arguments.
from _lib.probe import run

run("type({}.items())", ["{'a': 1, 2: 3}.items()"])
