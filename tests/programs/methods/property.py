# runs: plain leaks; a collection at every allocation would take minutes
# Every method of property with a few hundred combinations of arguments.
from _lib.probe import run

run("property", ["property(len)", "property()"])
