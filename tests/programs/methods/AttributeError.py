# Every method of AttributeError with a few hundred combinations of arguments.
from _lib.probe import run

run("AttributeError", ["AttributeError('a', name='n', obj=1)"])
