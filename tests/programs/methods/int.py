# runs: plain leaks; a collection at every allocation would take minutes
# Every method of int with a few hundred combinations of arguments.
from _lib.probe import run

run("int", ["0", "12345", "-(2**70)"])
