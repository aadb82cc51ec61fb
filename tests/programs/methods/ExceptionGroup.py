# runs: plain leaks; a collection at every allocation would take minutes
# Every method of ExceptionGroup with a few hundred combinations of arguments.
from _lib.probe import run

run("ExceptionGroup", ["ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2)])])"])
