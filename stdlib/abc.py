"""Abstract base classes: classes that say what others must define, and that others may join
without inheriting."""

from _abc import _set_patterns, _share_patterns
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """Marks a method that a concrete class must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract classmethod; put `abstractmethod` under `classmethod` instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract staticmethod; put `abstractmethod` under `staticmethod` instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property; put `abstractmethod` under `property` instead."""

    __isabstractmethod__ = True


# Counts calls of `register`: a negative answer older than the last call is forgotten.
_registrations = 0


def get_cache_token():
    """A value that changes with every call of `ABCMeta.register`."""
    return _registrations


def _abstract_names(cls, namespace):
    names = {
        name
        for name, value in namespace.items()
        if getattr(value, "__isabstractmethod__", False)
    }
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Computes again which methods of a class are abstract, after it was changed."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def _remember(classes, cls):
    classes.add(_ref(cls, classes.discard))


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        # Sets of weak references; those to equal classes are equal.
        cls._abc_registry = set()
        cls._abc_cache = set()
        cls._abc_negative_cache = set()
        cls._abc_negative_cache_version = _registrations
        patterns = namespace.get("__abc_tpflags__")
        if patterns:
            _set_patterns(cls, patterns)
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Makes a class count as a subclass. Returns it, so that this serves as a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_registry, subclass)
        _registrations += 1
        _share_patterns(subclass, cls)
        return subclass

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        for name in ("_abc_registry", "_abc_cache", "_abc_negative_cache", "_abc_negative_cache_version"):
            print(f"{name}: {getattr(cls, name)!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_cache.clear()
        cls._abc_negative_cache.clear()

    def __instancecheck__(cls, instance):
        """isinstance(instance, cls)"""
        subclass = instance.__class__
        if _ref(subclass) in cls._abc_cache:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """issubclass(subclass, cls)"""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        weak = _ref(subclass)
        if weak in cls._abc_cache:
            return True
        if cls._abc_negative_cache_version < _registrations:
            cls._abc_negative_cache = set()
            cls._abc_negative_cache_version = _registrations
        elif weak in cls._abc_negative_cache:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls._abc_search(subclass)
        elif answer is not True and answer is not False:
            raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
        _remember(cls._abc_cache if answer else cls._abc_negative_cache, subclass)
        return bool(answer)

    def _abc_search(cls, subclass):
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for weak in list(cls._abc_registry):
            registered = weak()
            if registered is not None and issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """The base to inherit from instead of naming the metaclass."""

    __slots__ = ()
