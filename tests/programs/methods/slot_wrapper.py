# runs: plain leaks; a collection at every allocation would take minutes
# Every method of type(int.__add__) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(int.__add__)", ["int.__add__"])
