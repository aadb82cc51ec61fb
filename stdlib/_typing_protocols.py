"""The parts of `typing` that need abstract base classes: protocols and file types."""

import typing
from abc import ABCMeta, abstractmethod
from types import GenericAlias, MappingProxyType
from typing import AnyStr, Generic, TypeVar

# Names in a protocol's body that are no members of it.
_EXCLUDED = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "__qualname__", "_MutableMapping__marker",
])
_ALLOWED_BASES = {
    "collections.abc": [
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized",
        "Container", "Collection", "Reversible", "Buffer",
    ],
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}


def _protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for attr in [*base.__dict__, *getattr(base, "__annotations__", ())]:
            if not attr.startswith("_abc_") and attr not in _EXCLUDED:
                attrs.add(attr)
    return attrs


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif {globals().get("Protocol"), Generic} & set(bases):
            for base in bases:
                allowed = (
                    base in (object, Generic, globals().get("Protocol"))
                    or base.__name__ in _ALLOWED_BASES.get(base.__module__, ())
                    or (issubclass(base, Generic) and getattr(base, "_is_protocol", False))
                )
                if not allowed:
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _from_abc():
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False) and cls.__dict__.get("__subclasshook__") is _proto_hook:
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            non_methods = getattr(cls, "__non_callable_proto_members__", ())
            if non_methods:
                shown = str(sorted(non_methods))[1:-1]
                raise TypeError(
                    f"Protocols with non-method members don't support issubclass(). Non-method members: {shown}."
                )
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__instancecheck__(cls, instance):
            return True
        for attr in cls.__protocol_attrs__:
            try:
                value = _find_attribute(instance, attr)
            except AttributeError:
                break
            if value is None and attr not in cls.__non_callable_proto_members__:
                break
        else:
            return True
        return False


def _find_attribute(instance, name):
    """An attribute of an object or of its class, found without running descriptors or `__getattr__`."""
    try:
        own = object.__getattribute__(instance, "__dict__")
    except AttributeError:
        own = {}
    if isinstance(own, dict) and name in own:
        return own[name]
    classes = type(instance).__mro__
    if isinstance(instance, type):
        classes = type.__getattribute__(instance, "__mro__") + classes
    for cls in classes:
        namespace = type.__getattribute__(cls, "__dict__")
        if name in namespace:
            return namespace[name]
    raise AttributeError(name)


def _from_abc():
    """Whether the check comes from the machinery of abstract base classes."""
    import sys

    try:
        return sys._getframe(2).f_globals.get("__name__") in ("abc", "functools", None)
    except (AttributeError, ValueError):
        return False


@classmethod
def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = getattr(base, "__annotations__", {})
            if isinstance(annotations, (dict, MappingProxyType)) and attr in annotations and getattr(
                other, "_is_protocol", False
            ):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: classes that say what methods others must have."""

    __module__ = "typing"
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


typing.Protocol = Protocol
T_co = TypeVar("T_co", covariant=True)


def _supports(name, method, result, doc, generic=False):
    """A protocol with one method."""

    def declared(self):
        pass

    declared.__name__ = method
    declared.__qualname__ = f"{name}.{method}"
    declared.__annotations__ = {"return": result}
    namespace = {"__module__": "typing", "__doc__": doc, "__slots__": (), method: abstractmethod(declared)}
    if generic:
        base = Protocol[T_co]
        namespace["__orig_bases__"] = (base,)
        made = _ProtocolMeta(name, (Protocol,), namespace)
    else:
        made = _ProtocolMeta(name, (Protocol,), namespace)
    return typing.runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__", int, "An ABC with one abstract method __int__.")
SupportsFloat = _supports("SupportsFloat", "__float__", float, "An ABC with one abstract method __float__.")
SupportsComplex = _supports("SupportsComplex", "__complex__", "complex", "An ABC with one abstract method __complex__.")
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes, "An ABC with one abstract method __bytes__.")
SupportsIndex = _supports("SupportsIndex", "__index__", int, "An ABC with one abstract method __index__.")
SupportsAbs = _supports("SupportsAbs", "__abs__", T_co, "An ABC with one abstract method __abs__ that is covariant in its return type.", True)
SupportsRound = _supports("SupportsRound", "__round__", T_co, "An ABC with one abstract method __round__ that is covariant in its return type.", True)


class IO(Generic[AnyStr]):
    """The type of file objects, for annotations."""

    __module__ = "typing"
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """The type of files of bytes, for annotations."""

    __module__ = "typing"
    __slots__ = ()


class TextIO(IO[str]):
    """The type of files of text, for annotations."""

    __module__ = "typing"
    __slots__ = ()


def _add_methods():
    names = (
        "close closed fileno flush isatty mode name read readable readline readlines seek seekable tell truncate "
        "writable write writelines __enter__ __exit__"
    )

    def method(name):
        def declared(self, *args):
            raise NotImplementedError

        declared.__name__ = name
        declared.__qualname__ = f"IO.{name}"
        return property(declared) if name in ("closed", "mode", "name") else declared

    for name in names.split():
        setattr(IO, name, method(name))


_add_methods()
