# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(iter(Sequence())) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(iter(Sequence()))", ["iter(Sequence(1, 2))"])
