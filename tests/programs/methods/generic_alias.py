# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(list[int]) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(list[int])", ["list[int]"])
