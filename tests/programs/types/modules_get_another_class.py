# A module may become an instance of a subclass of its type, with properties and methods of its own.
import sys
import types


class Talking(types.ModuleType):
    @property
    def answer(self):
        return 42

    def hello(self):
        return f"hello from {self.__name__}"

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


module = types.ModuleType("example")
module.x = 1
module.__class__ = Talking
print(type(module).__name__, module.answer, module.hello(), module.x, sorted(vars(module)))
module.y = 2
print(module.y, isinstance(module, Talking))
module.__class__ = types.ModuleType
print(type(module).__name__, module.y, hasattr(module, "answer"))

this = sys.modules[__name__]
this.__class__ = Talking
print(this.answer, this.hello(), "module" in dir(this))
this.z = 3
print(z)
for other in (int, 3, object):
    try:
        this.__class__ = other
    except TypeError as error:
        print(error)
import collections, contextlib, os, re, typing, codecs, encodings
print([m.__name__ for m in (types, collections, contextlib, os, re, typing, codecs, encodings) if "_lazy_attribute" in dir(m)])
try:
    enumerate(start=1)
except TypeError as error:
    print(error)
