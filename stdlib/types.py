"""Names for the types of the interpreter's own objects, and helpers for making classes."""

import sys


def _function():
    pass


def _generator():
    yield 1


def _cell():
    value = 1

    def inner():
        return value

    return inner.__closure__[0]


class _Class:
    def method(self):
        pass


FunctionType = type(_function)
LambdaType = type(lambda: None)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
CodeType = type(_function.__code__)
CellType = type(_cell())
GeneratorType = type(_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
ModuleType = type(sys)
GetSetDescriptorType = type(FunctionType.__code__)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

try:
    raise TypeError
except TypeError as error:
    TracebackType = type(error.__traceback__)
    FrameType = type(error.__traceback__.tb_frame)

# Looked up when first asked for: some need objects that are rare, or that may not exist.
_LATER = {
    "CoroutineType": "async def coroutine(): pass\nmade = coroutine()\nfound = type(made)\nmade.close()",
    "AsyncGeneratorType": "async def generator(): yield\nfound = type(generator())",
    "MemberDescriptorType": "class Slots: __slots__ = ('a',)\nfound = type(Slots.__dict__['a'])",
    "CapsuleType": "import _socket\nfound = type(_socket.CAPI)",
}

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CapsuleType", "CellType",
    "ClassMethodDescriptorType", "CodeType", "CoroutineType", "DynamicClassAttribute", "EllipsisType",
    "FrameType", "FunctionType", "GeneratorType", "GenericAlias", "GetSetDescriptorType", "LambdaType",
    "MappingProxyType", "MemberDescriptorType", "MethodDescriptorType", "MethodType", "MethodWrapperType",
    "ModuleType", "NoneType", "NotImplementedType", "SimpleNamespace", "TracebackType", "UnionType",
    "WrapperDescriptorType", "coroutine", "get_original_bases", "new_class", "prepare_class", "resolve_bases",
]


def _lazy_attribute(name):
    source = _LATER.get(name)
    if source is None:
        return NotImplemented
    scope = {}
    try:
        exec(source, scope)
    except (NotImplementedError, SyntaxError, ImportError):
        # A type of its own that nothing is an instance of.
        scope["found"] = type(name, (), {"__module__": __name__})
    globals()[name] = scope["found"]
    return scope["found"]


def __dir__():
    return sorted({*globals(), *__all__})


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class the way a class statement does; `exec_body` fills its namespace."""
    resolved = resolve_bases(bases)
    metaclass, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return metaclass(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases with those that are no classes replaced by what their `__mro_entries__` says."""
    resolved = []
    changed = False
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(entries)
            changed = True
        else:
            resolved.append(base)
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the remaining keywords for a class to be made."""
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        metaclass = kwds.pop("metaclass")
    elif bases:
        metaclass = type(bases[0])
    else:
        metaclass = type
    if isinstance(metaclass, type):
        metaclass = _derived_metaclass(metaclass, bases)
    if hasattr(metaclass, "__prepare__"):
        namespace = metaclass.__prepare__(name, bases, **kwds)
    else:
        namespace = {}
    return metaclass, namespace, kwds


def _derived_metaclass(metaclass, bases):
    for base in bases:
        other = type(base)
        if issubclass(metaclass, other):
            continue
        if not issubclass(other, metaclass):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a "
                "(non-strict) subclass of the metaclasses of all its bases"
            )
        metaclass = other
    return metaclass


def get_original_bases(cls, /):
    """The bases of a class as they were written, before `__mro_entries__`."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property for instances; asked on the class, the metaclass's `__getattr__` answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        result = type(self)(fget, self.fset, self.fdel, doc or self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def setter(self, fset):
        result = type(self)(self.fget, fset, self.fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def deleter(self, fdel):
        result = type(self)(self.fget, self.fset, fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result


def coroutine(func):
    """Makes a generator function awaitable."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if func.__class__ is FunctionType and type(func.__code__) is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:
            return func
        if flags & 0x20:
            func.__code__ = func.__code__.replace(co_flags=flags | 0x100)
            return func
    raise TypeError("types.coroutine() expects a generator function")
