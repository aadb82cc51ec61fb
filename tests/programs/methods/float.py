# runs: plain leaks; a collection at every allocation would take minutes
# Every method of float with a few hundred combinations of arguments.
from _lib.probe import run

run("float", ["1.5", "-0.0", "float('nan')"])
