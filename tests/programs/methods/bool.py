# Every method of bool with a few hundred combinations of arguments.
from _lib.probe import run

run("bool", ["True"])
