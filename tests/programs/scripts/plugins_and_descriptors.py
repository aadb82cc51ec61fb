# Validation by descriptors, registration by metaclass and decorators, serialisation by singledispatch, lazily made parts.
import abc
import functools
import importlib
import json
import sys
import types
import weakref


class Field:
    kinds = {}

    def __init_subclass__(cls, /, kind, **rest):
        super().__init_subclass__(**rest)
        Field.kinds[kind] = cls

    def __init__(self, *, default=None, required=False):
        self.default, self.required = default, required

    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{name}"

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.slot, self.default)

    def __set__(self, obj, value):
        setattr(obj, self.slot, self.check(value))

    def __delete__(self, obj):
        if self.required:
            raise AttributeError(f"{self.name} must stay")
        delattr(obj, self.slot)

    @abc.abstractmethod
    def check(self, value): ...


class Int(Field, kind="int"):
    def __init__(self, low=None, **rest):
        super().__init__(**rest)
        self.low = low

    def check(self, value):
        value = int(value)
        if self.low is not None and value < self.low:
            raise ValueError(f"{self.name}: {value} < {self.low}")
        return value


class Text(Field, kind="text"):
    def check(self, value):
        if not isinstance(value, str):
            raise TypeError(f"{self.name} must be str, not {type(value).__name__}")
        return value.strip()


class ModelMeta(abc.ABCMeta):
    registry = weakref.WeakValueDictionary()

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        return {"Int": Int, "Text": Text}

    def __new__(mcs, name, bases, namespace, *, table=None):
        for helper in ("Int", "Text"):
            namespace.pop(helper, None)
        cls = super().__new__(mcs, name, bases, namespace)
        cls.fields = {k: v for base in reversed(cls.__mro__) for k, v in vars(base).items() if isinstance(v, Field)}
        cls.table = table or name.lower()
        mcs.registry[cls.table] = cls
        return cls

    def __call__(cls, **values):
        missing = [name for name, f in cls.fields.items() if f.required and name not in values]
        if missing:
            raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
        return super().__call__(**values)

    def __iter__(cls):
        return iter(cls.fields)

    def __getitem__(cls, name):
        return cls.fields[name]


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        for name, value in values.items():
            if name not in type(self).fields:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in type(self))})"


class Ant(Model, table="ants"):
    name = Text(required=True)
    legs = Int(0, default=6)


class Queen(Ant):
    eggs = Int(0)


@functools.singledispatch
def plain(value):
    raise TypeError(f"cannot serialise {type(value).__name__}")

@plain.register(int | float | str | None)
def _(value): return value

@plain.register
def _(value: list): return [plain(each) for each in value]

@plain.register(Model)
def _(value): return {"": value.table} | {name: plain(getattr(value, name)) for name in type(value)}


def loud(level, /, *, stream=None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            wrapper.calls += 1
            print("!" * level, function.__name__, args[1:], kwargs, file=stream)
            return function(*args, **kwargs)
        wrapper.calls = 0
        return wrapper
    return decorate


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        print("loading", name)
        value = getattr(importlib.import_module("math"), name)
        setattr(self, name, value)
        return value


a, q = Ant(name=" red "), Queen(name="Ada", eggs="12")
print(a, q, list(Queen), Queen["eggs"].low, Ant.name.required, Field.kinds, sorted(ModelMeta.registry))
print(json.dumps(plain([a, q, 1, None])))
for action in (lambda: Ant(), lambda: Ant(name=5), lambda: Queen(name="x", eggs=-1), lambda: Queen(name="x", eggs="y"), lambda: Ant(name="x", wings=2), lambda: plain({1}), lambda: plain(object()), lambda: delattr(a, "name"), lambda: delattr(a, "legs"), lambda: setattr(a, "legs", None)):
    try:
        print("fine", action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
Ant.sting = loud(2)(lambda self, target, *, hard=False: f"{self.name} stings {target}")
print(a.sting("bee", hard=True), q.sting("wasp"), Ant.sting.calls, Ant.sting.__name__, Ant.sting.__wrapped__.__qualname__)
sys.modules["lazy"] = Lazy("lazy", "doc")
import lazy
from lazy import tau
print(lazy.pi, lazy.pi, tau, lazy.__doc__, lazy.__name__)
del sys.modules["lazy"]
class Temp(Model): pass
print("temp" in ModelMeta.registry); del Temp
import gc; gc.collect(); print("temp" in ModelMeta.registry)
