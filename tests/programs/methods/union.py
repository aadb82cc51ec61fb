# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(int | str) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(int | str)", ["(int | str)"])
