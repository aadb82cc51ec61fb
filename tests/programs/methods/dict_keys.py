# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type({}.keys()) with a few hundred combinations of arguments.
from _lib.probe import run

run("type({}.keys())", ["{'a': 1, 2: 3}.keys()"])
