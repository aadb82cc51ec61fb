# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(iter(set())) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(iter(set()))", ["iter({1})"])
