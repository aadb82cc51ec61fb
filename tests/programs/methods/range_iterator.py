# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(iter(range(1))) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(iter(range(1)))", ["iter(range(3))"])
