# runs: plain leaks; a collection at every allocation would take minutes
# Every method of map with a few hundred combinations of arguments.
from _lib.probe import run

run("map", ["map(len, ['a', 'bc'])"])
