# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(int.__dict__) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(int.__dict__)", ["type(type.__dict__)({'a': 1})"])
