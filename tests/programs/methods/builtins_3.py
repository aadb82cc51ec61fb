# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module builtins with a few hundred combinations of arguments.
from _lib.probe import functions

functions("next oct ord pow property repr reversed round setattr sorted sum zip vars __build_class__".split())
