# runs: plain leaks; a collection at every allocation would take minutes
# Every method of classmethod with a few hundred combinations of arguments.
from _lib.probe import run

run("classmethod", ["classmethod(len)"], skip=('__new__',))
