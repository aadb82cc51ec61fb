# Every method of staticmethod with a few hundred combinations of arguments.
from _lib.probe import run

run("staticmethod", ["staticmethod(len)"])
