# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type({}.values()) with a few hundred combinations of arguments.
from _lib.probe import run

run("type({}.values())", ["{'a': 1, 2: 3}.values()"])
