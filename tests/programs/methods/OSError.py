# runs: plain leaks; a collection at every allocation would take minutes
# Every method of OSError with a few hundred combinations of arguments.
from _lib.probe import run

run("OSError", ["OSError(2, 'no', 'f')", "OSError()"])
