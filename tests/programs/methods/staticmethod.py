# runs: plain leaks; a collection at every allocation would take minutes
# Every method of staticmethod with a few hundred combinations of arguments.
from _lib.probe import run

run("staticmethod", ["staticmethod(len)"], skip=('__new__',))
