# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(Index(1).__index__) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(Index(1).__index__)", ["Index(1).__index__"])
