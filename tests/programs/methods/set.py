# runs: plain leaks; a collection at every allocation would take minutes
# Every method of set with a few hundred combinations of arguments.
from _lib.probe import run

run("set", ["set()", "{1, 'a', 2.5}"])
