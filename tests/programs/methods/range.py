# runs: plain leaks; a collection at every allocation would take minutes
# Every method of range with a few hundred combinations of arguments.
from _lib.probe import run

run("range", ["range(0)", "range(2, 11, 3)"])
