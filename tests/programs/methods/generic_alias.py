# Every method of type(list[int]) with a few hundred combinations of arguments.
from _lib.probe import run

run("type(list[int])", ["list[int]"])
