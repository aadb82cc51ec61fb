# runs: plain leaks; a collection at every allocation would take minutes
# Every method of AttributeError with a few hundred combinations of arguments.
from _lib.probe import run

run("AttributeError", ["AttributeError('a', name='n', obj=1)"])
