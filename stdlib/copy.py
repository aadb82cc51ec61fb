"""Copies of objects, shallow and deep."""

import sys
from _copy import deepcopy as _deepcopy, plain_copy as _plain_copy

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = frozenset([
    type(None), int, float, bool, str, bytes, range, type, property, type(...), type(NotImplemented),
    type(len), type(lambda: 0), type((lambda: 0).__code__),
])
try:
    _ATOMIC |= {complex}
except NameError:
    pass


_LATER = ("weakref", "re")


def _is_atomic_later(cls):
    """Types that only rarely exist: known by name, so that nothing is imported for them."""
    return (cls.__module__, cls.__name__) in (("weakref", "ReferenceType"), ("weakref", "weakref"), ("re", "Pattern"), ("re", "Match"))


def _reduced(x, cls):
    """What `copyreg` or the object itself says about how to make it again."""
    copyreg = sys.modules.get("copyreg")
    if copyreg is not None:
        reductor = copyreg.dispatch_table.get(cls)
        if reductor is not None:
            return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un(deep)copyable object of type {cls}")


def copy(x):
    """A shallow copy: a new object with the same parts."""
    made = _plain_copy(x)
    if made is not None:
        return made
    cls = type(x)
    if cls in _ATOMIC or cls is frozenset or cls is slice:
        return x
    if cls is set:
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    if cls.__module__ in _LATER and _is_atomic_later(cls):
        return x
    result = _reduced(x, cls)
    if isinstance(result, str):
        return x
    return _reconstruct(x, None, *result)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy: a new object with copies of the parts."""
    if memo is None:
        memo = {}
    if type(memo) is dict:
        return _deepcopy(x, memo, _deepcopy_other)
    return _deepcopy_other(x, memo)


def _deepcopy_other(x, memo, _nil=[]):
    """The same for what is not known to the native part, or with a memo that is no plain dict."""
    cls = type(x)
    key = id(x)
    if type(memo) is not dict:
        found = memo.get(key, _nil)
        if found is not _nil:
            return found
    if cls in _ATOMIC:
        return x
    if cls is list:
        made = []
        memo[key] = made
        append = made.append
        for item in x:
            append(deepcopy(item, memo))
    elif cls is dict:
        made = {}
        memo[key] = made
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        made = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        elif cls is _METHOD:
            made = cls(x.__func__, deepcopy(x.__self__, memo))
        elif cls.__module__ in _LATER and _is_atomic_later(cls):
            return x
        else:
            result = _reduced(x, cls)
            if isinstance(result, str):
                made = x
            else:
                made = _reconstruct(x, memo, *result)
    if made is not x:
        memo[key] = made
        # The original must live as long as its address is a key.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return made


class _Sample:
    def method(self):
        pass


_METHOD = type(_Sample().method)


def _deepcopy_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    # A tuple that holds itself through its parts is done by now.
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, made):
        if old is not new:
            return tuple(made)
    return x


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    return made


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
