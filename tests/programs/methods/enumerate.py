# runs: plain leaks; a collection at every allocation would take minutes
# Every method of enumerate with a few hundred combinations of arguments.
from _lib.probe import run

run("enumerate", ["enumerate('ab')"], skip=('__new__',))
