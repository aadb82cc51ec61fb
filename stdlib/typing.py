"""Annotations as objects: generic aliases, type variables, protocols, named tuples, typed dicts.

What needs the abstract base classes is made when it is first asked for (see `_lazy_attribute` at the
end), so that importing this module stays cheap.
"""

import _typing
import functools
import sys
import types
from types import FunctionType, GenericAlias, MethodType

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView",
    "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
    "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs",
    "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap",
    "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict",
    "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast",
    "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_protocol_members",
    "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs",
    "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING",
    "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False
Text = str


class NoDefaultType:
    """The type of `NoDefault`: a type variable has no default."""

    __slots__ = ()

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefaultType.__module__ = "builtins"
NoDefault = NoDefaultType()
del NoDefaultType


def _caller(depth=1):
    """The name of the module that called our caller."""
    try:
        return sys._getframe(depth + 1).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """An argument of a generic, None and strings converted; a TypeError if it cannot be one."""
    invalid = (Generic, Protocol) if "Protocol" in globals() else (Generic,)
    if not allow_special_forms:
        invalid += (ClassVar,)
        if is_argument:
            invalid += (Final,)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in invalid:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, globals().get("Protocol")):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return repr(obj)


def _is_parameter(value):
    return hasattr(value, "__typing_subst__") and not isinstance(value, type)


def _collect_parameters(args):
    """The type variables in some arguments, each once, in order."""
    parameters = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            found = _collect_parameters(arg)
        elif _is_parameter(arg):
            found = (arg,)
        else:
            found = getattr(arg, "__parameters__", ())
        for each in found:
            if each not in parameters:
                parameters.append(each)
    return tuple(parameters)


def _deduplicate(params):
    result = []
    for param in params:
        if param not in result:
            result.append(param)
    return result


def _flatten_unions(parameters):
    result = []
    for each in parameters:
        if isinstance(each, (_UnionGenericAlias, types.UnionType)):
            result.extend(each.__args__)
        else:
            result.append(each)
    return result


class _Final:
    """Classes of this module that users should not inherit from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    # A name with a meaning of its own, perhaps to be subscripted. Each has its own docstring.
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _not_subscriptable(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _plain_form(name, doc):
    def getitem(self, parameters):
        return _not_subscriptable(self, parameters)

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _plain_form("NoReturn", "The return type of functions that never return.")
Never = _plain_form("Never", "The type without values.")
Self = _plain_form("Self", "The class that a method belongs to.")
LiteralString = _plain_form("LiteralString", "Strings made of literals.")
TypeAlias = _plain_form("TypeAlias", "Marks an assignment as the definition of a type alias.")


def _single_form(name, doc, message):
    """A form with one argument, such as ClassVar[int]."""

    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self), allow_special_forms=name in ("ClassVar", "Final"))
        return _GenericAlias(self, (item,))

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _single_form("ClassVar", "Marks a class variable.", "{} accepts only single type.")
Final = _single_form("Final", "Marks a name that must not be assigned again.", "{} accepts only single type.")
TypeGuard = _single_form("TypeGuard", "The return type of a user-defined type guard.", "{} accepts only single type.")
TypeIs = _single_form("TypeIs", "The return type of a type predicate.", "{} accepts only single type.")
Required = _single_form("Required", "A key that a TypedDict must have.", "Required accepts only a single type.")
NotRequired = _single_form("NotRequired", "A key that a TypedDict may have.", "NotRequired accepts only a single type.")
ReadOnly = _single_form("ReadOnly", "A key of a TypedDict that must not be changed.", "ReadOnly accepts only a single type.")


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    message = "Union[arg, ...]: each arg must be a type."
    parameters = tuple(_type_check(p, message) for p in parameters)
    parameters = _deduplicate(_flatten_unions(parameters))
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and type(None) in parameters:
        return _UnionGenericAlias(self, tuple(parameters), name="Optional")
    return _UnionGenericAlias(self, tuple(parameters))


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_SpecialForm
def Literal(self, parameters):
    """One of several literal values."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in parameters:
        if isinstance(each, _LiteralGenericAlias):
            flat.extend(each.__args__)
        else:
            flat.append(each)
    try:
        seen = {}
        for each in flat:
            seen.setdefault((each, type(each)), each)
        flat = list(seen.values())
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """A parameter specification with more parameters in front."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    parameters = (*(_type_check(p, message) for p in parameters[:-1]), parameters[-1])
    return _ConcatenateGenericAlias(self, parameters)


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple type, or the keys of a TypedDict, one by one."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _UnpackGenericAlias(origin=self, args=(item,))


@_SpecialForm
def Annotated(self, params):
    """A type with metadata."""
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


def _is_unpacked(value):
    return isinstance(value, _UnpackGenericAlias)


class ForwardRef(_Final, _root=True):
    """A type given as a string, to be looked up later."""

    __slots__ = (
        "__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
        "__forward_is_class__", "__forward_module__",
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        source = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__, None), "__dict__", globalns)
            if type_params:
                localns = {param.__name__: param for param in type_params} | dict(localns)
            found = _type_check(
                eval(self.__forward_code__, globalns, localns),
                "Forward references must evaluate to types.",
                is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__,
            )
            self.__forward_value__ = _eval_type(
                found, globalns, localns, type_params, recursive_guard=recursive_guard | {self.__forward_arg__}
            )
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (
                self.__forward_arg__ == other.__forward_arg__
                and self.__forward_value__ == other.__forward_value__
            )
        return (
            self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__
        )

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__forward_module__ is None:
            return f"ForwardRef({self.__forward_arg__!r})"
        return f"ForwardRef({self.__forward_arg__!r}, module={self.__forward_module__!r})"


def _eval_type(t, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """A type with the forward references in it looked up."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        if isinstance(t, GenericAlias):
            args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
            t = t.__origin__[args]
            if not isinstance(t, (_GenericAlias, GenericAlias)):
                return t
        args = tuple(
            _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in t.__args__
        )
        if args == t.__args__:
            return t
        if isinstance(t, GenericAlias):
            return GenericAlias(t.__origin__, args)
        if isinstance(t, types.UnionType):
            return functools.reduce(lambda a, b: a | b, args)
        return t.copy_with(args)
    return t


class _TypeVarLike:
    """What type variables, parameter specifications and type variable tuples share."""

    def __init__(self, name, default):
        if not isinstance(name, str):
            kind = type(self).__name__.lower()
            raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        self.__default__ = default if default is NoDefault else _type_convert(default)
        self.__module__ = _caller(2)

    def __init_subclass__(cls, /, *args, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")

    def __getattr__(self, name):
        # Bounds, constraints and defaults of type parameters are evaluated when they are first asked for.
        lazy = self.__dict__.get("_lazy")
        if lazy is None or name not in lazy:
            raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute {name!r}")
        value = lazy[name]()
        setattr(self, name, value)
        return value

    def _evaluate_later(self, name, function):
        del self.__dict__[name]
        self.__dict__.setdefault("_lazy", {})[name] = function

    def has_default(self):
        return "__default__" not in self.__dict__ or self.__default__ is not NoDefault

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __typing_prepare_subst__(self, alias, args):
        # The arguments with this parameter's default added, should they end just before it.
        if alias.__parameters__.index(self) == len(args) and self.has_default():
            return (*args, self.__default__)
        return args


def _variance(value):
    if value.__infer_variance__:
        return ""
    if value.__covariant__:
        return "+"
    return "-" if value.__contravariant__ else "~"


class TypeVar(_TypeVarLike):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, default)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_type_check(t, message) for t in constraints)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    def __repr__(self):
        return _variance(self) + self.__name__

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


class ParamSpecArgs:
    """The positional arguments of a parameter specification: `P.args`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpecKwargs:
    """The keyword arguments of a parameter specification: `P.kwargs`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpec(_TypeVarLike):
    """Stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, default)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __repr__(self):
        return _variance(self) + self.__name__

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if place == len(args) and self.has_default():
            args = (*args, self.__default__)
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        # `Z[int, str]` means `Z[[int, str]]` where there is nothing else.
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            return (args,)
        return args


class TypeVarTuple(_TypeVarLike):
    """Stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default)

    def __iter__(self):
        return iter((Unpack[self],))

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        # The arguments with one tuple in this parameter's place, of what the other parameters leave.
        parameters = alias.__parameters__
        before = parameters.index(self)
        after = len(parameters) - before - 1
        if any(isinstance(other, TypeVarTuple) for other in parameters[before + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        # `*tuple[T, ...]` among the arguments stands for as many of T as are wanted, on both sides.
        endless = [
            i for i, arg in enumerate(args)
            if not isinstance(arg, type) and tuple(getattr(arg, "__typing_unpacked_tuple_args__", ()) or ())[1:] == (...,)
        ]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        left, right, filler = before, after, ()
        if endless:
            left, right = min(before, endless[0]), min(after, len(args) - endless[0] - 1)
            filler = (args[endless[0]].__typing_unpacked_tuple_args__[0],)
        elif before + after > len(args):
            raise TypeError(
                f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}"
            )
        stop = len(args) - right
        own = args[left:stop]
        if left == stop and self.has_default():
            own = getattr(self.__default__, "__typing_unpacked_tuple_args__", (self.__default__,))
        return (*args[:left], *filler * (before - left), own, *filler * (after - right), *args[stop:])


class TypeAliasType:
    """What a `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self.__dict__.update(
            __name__=name, __value__=value, __type_params__=type_params, __parameters__=type_params,
            __module__=_caller(1),
        )

    def __setattr__(self, name, value):
        self.__delattr__(name)

    def __delattr__(self, name):
        if name == "__name__":
            raise AttributeError("readonly attribute")
        if name in {"__value__", "__type_params__", "__parameters__", "__module__"}:
            raise AttributeError(f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        if hasattr(type(self), name):
            raise AttributeError(f"'typing.TypeAliasType' object attribute '{name}' is read-only")
        raise AttributeError(
            f"'typing.TypeAliasType' object has no attribute '{name}' and no __dict__ for setting new attributes"
        )

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __getattr__(self, name):
        if name != "__value__":
            raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")
        # The value of a `type` statement is evaluated when it is first asked for.
        value = self.__dict__["__value__"] = self._evaluate()
        return value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args if isinstance(args, tuple) else (args,))

    def __or__(self, other):
        return _typing._union(self, other)

    def __ror__(self, other):
        return _typing._union(other, self)


class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        index = bases.index(self)
        for base in bases[index + 1:]:
            if isinstance(base, _BaseGenericAlias) or (isinstance(base, type) and issubclass(base, Generic)):
                break
        else:
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in {"__origin__", "__args__"}:
            raise AttributeError(attr)
        if attr == "__name__" or attr == "__qualname__":
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if (attr[:2] == attr[-2:] == "__") or attr in {"_name", "_inst", "_nparams", "_defaults", "_getitem"}:
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*super().__dir__(), *(a for a in dir(self.__origin__) if not (a[:2] == a[-2:] == "__"))})

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic with its arguments: `List[int]`."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, globals().get("Protocol")):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_convert(arg) for arg in args)
        return self.copy_with(self._substituted(args))

    def _substituted(self, args):
        parameters = self.__parameters__
        for param in parameters:
            args = param.__typing_prepare_subst__(self, args)
        if len(args) != len(parameters):
            word, least = ("many", "") if len(args) > len(parameters) else ("few", "at least ")
            raise TypeError(
                f"Too {word} arguments for {self}; actual {len(args)}, expected {least}{len(parameters)}"
            )
        mapping = {}
        for param, arg in zip(parameters, args):
            mapping[param] = arg if isinstance(param, TypeVarTuple) else param.__typing_subst__(arg)
        return tuple(self._replaced(self.__args__, mapping))

    def _replaced(self, old_args, mapping):
        result = []
        for old in old_args:
            if isinstance(old, type):
                result.append(old)
            elif _is_parameter(old):
                new = mapping[old]
                if isinstance(old, ParamSpec) and isinstance(new, tuple) and isinstance(self, _CallableGenericAlias):
                    result.extend(new)
                else:
                    result.append(new)
            elif _is_unpacked(old) and old.__args__[0] in mapping:
                result.extend(mapping[old.__args__[0]])
            elif isinstance(old, tuple):
                result.append(tuple(self._replaced(old, mapping)))
            else:
                parameters = getattr(old, "__parameters__", ())
                if parameters:
                    inner = []
                    for each in parameters:
                        if isinstance(each, TypeVarTuple):
                            inner.extend(mapping[each])
                        else:
                            inner.append(mapping[each])
                    result.append(old[tuple(inner)])
                else:
                    result.append(old)
        return result

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        from operator import getitem

        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            protocol = globals().get("Protocol")
            if protocol in bases:
                return ()
            index = bases.index(self)
            for base in bases[index + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A generic of this module without arguments: `List`."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        if origin.__module__ == "builtins":
            self.__doc__ = f"A generic version of {origin.__qualname__}."
        else:
            self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        if not self._nparams:
            raise TypeError(f"{self} is not a generic class")
        if len(params) < self._nparams and self._defaults:
            params = (*params, *self._defaults[len(params) - self._nparams:])
        if len(params) != self._nparams:
            word = "many" if len(params) > self._nparams else "few"
            expected = f"at least {self._nparams - len(self._defaults)}" if self._defaults else self._nparams
            raise TypeError(f"Too {word} arguments for {self}; actual {len(params)}, expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias))):
            return super().__repr__()
        shown = ", ".join([_type_repr(a) for a in args[:-1]])
        return f"typing.Callable[[{shown}], {_type_repr(args[-1])}]"


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((..., result))
        if isinstance(args, (ParamSpec, _ConcatenateGenericAlias)):
            return self.copy_with((args, result))
        if not isinstance(args, (list, tuple)):
            args = (args,)
        args = tuple(_type_convert(arg) for arg in args)
        return self.copy_with((*args, result))


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        message = "Tuple[t0, t1, ...]: each t must be a type."
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with((*(_type_check(p, message) for p in params[:-1]), ...))
        return self.copy_with(tuple(_type_check(p, message) for p in params))


class _UnionGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return all(a in other.__args__ for a in self.__args__) and all(
                a in self.__args__ for a in other.__args__
            )

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is type(None):
                return f"typing.Optional[{_type_repr(args[0])}]"
        shown = ", ".join([_type_repr(a) if a is not type(None) else "NoneType" for a in args])
        return f"typing.Union[{shown}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        mine = {(each, type(each)) for each in self.__args__}
        return mine == {(each, type(each)) for each in other.__args__}

    def __hash__(self):
        return hash(frozenset((each, type(each)) for each in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__)) or '()'}]"


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        # Of the arguments that take the place of `*Ts`, the alias around it takes all.
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError("Unpack[...] must be used with a tuple type")
        return arg.__args__


class _AnnotatedAlias(_GenericAlias, _root=True):
    """A type with metadata, which may be nested: metadata is joined."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        shown = ", ".join(repr(a) for a in self.__metadata__)
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {shown}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Generic:
    """The base of generic classes."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(p) for p in params)
        protocol = globals().get("Protocol")
        if cls in (Generic, protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(_is_parameter(p) or _is_unpacked(p) for p in params):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables."
                )
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            parameters = getattr(cls, "__parameters__", ())
            if not parameters:
                raise TypeError(f"{cls} is not a generic class")
            made = _GenericAlias(cls, tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters))
            try:
                return made[params]
            except TypeError as error:
                message = str(error)
                if message.startswith("Too "):
                    raise TypeError(message.replace(repr(made), repr(cls))) from None
                raise
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "__orig_bases__" in cls.__dict__:
            error = Generic in cls.__orig_bases__
        else:
            protocol = globals().get("Protocol")
            error = Generic in cls.__bases__ and cls is not protocol and cls.__name__ != "Protocol"
        if error:
            raise TypeError("Cannot inherit from plain Generic")
        variables = ()
        if "__orig_bases__" in cls.__dict__:
            variables = _collect_parameters(cls.__orig_bases__)
            # `Generic[...]`, if it is there, decides the order.
            declared = None
            for base in cls.__orig_bases__:
                if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, globals().get("Protocol")):
                    if declared is not None and base.__origin__ is Generic:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    declared = base.__parameters__
                    name = base.__origin__.__name__
            if declared is not None:
                missing = [str(v) for v in variables if v not in declared]
                if missing:
                    shown = ", ".join(str(g) for g in declared)
                    raise TypeError(
                        f"Some type variables ({', '.join(missing)}) are not listed in {name}[{shown}]"
                    )
                variables = declared
        cls.__parameters__ = tuple(variables)


def cast(typ, val):
    """The value, unchanged: tells type checkers its type."""
    return val


def assert_type(val, typ, /):
    """The value, unchanged: asks type checkers to verify its type."""
    return val


def assert_never(arg: Never, /) -> Never:
    """Asks type checkers to verify that a line is never reached; fails when it is."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Prints the type of an object."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    """The generic that an alias is made of: `dict` for `Dict[str, int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """The arguments of an alias: `(str, int)` for `Dict[str, int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if getattr(tp.__origin__, "__name__", "") == "Callable" and tp.__origin__.__module__ == "collections.abc":
            if not (len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias)))):
                args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _strip_annotations(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _GenericAlias) and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        if args == t.__args__:
            return t
        if isinstance(t, GenericAlias):
            return GenericAlias(t.__origin__, args)
        if isinstance(t, types.UnionType):
            return functools.reduce(lambda a, b: a | b, args)
        return t.copy_with(args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, strings looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
            else:
                base_globals = globalns
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                base_globals, base_locals = base_locals, base_globals
            for name, value in annotations.items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _eval_type(value, base_globals, base_locals, base.__dict__.get("__type_params__", ()))
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                function = obj
                while hasattr(function, "__wrapped__"):
                    function = function.__wrapped__
                globalns = getattr(function, "__globals__", {})
            if localns is None:
                localns = globalns
        elif localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodWrapperType, types.WrapperDescriptorType,
                                types.MethodDescriptorType, types.ModuleType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in dict(annotations).items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType), is_class=False)
            hints[name] = _eval_type(value, globalns, localns, getattr(obj, "__type_params__", ()))
    return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


class NewType:
    """A distinct type for type checkers; a call returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        if "." in name:
            name = name.rpartition(".")[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller(1)
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            # A class statement has its name only when it is made.
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{name} = NewType({name!r}, {superclass})`"
                )

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_overloads = {}


def overload(func):
    """Declares one of several signatures of a function; never to be called."""
    plain = getattr(func, "__func__", func)
    try:
        key = (plain.__module__, plain.__qualname__)
        _overloads.setdefault(key, {})[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    """What stands in for an overloaded function."""
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def get_overloads(func):
    """The overloads that were declared for a function."""
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _overloads.clear()


def _marked(value, name, mark):
    try:
        setattr(value, name, mark)
    except (AttributeError, TypeError):
        pass
    return value


def final(f):
    """Marks a class or method that must not be overridden."""
    return _marked(f, "__final__", True)


def override(method, /):
    """Marks a method that overrides one of a base class."""
    return _marked(method, "__override__", True)


def no_type_check(arg):
    """Keeps annotations from being taken for types."""
    if isinstance(arg, type):
        for key in dir(arg):
            member = getattr(arg, key)
            if not hasattr(member, "__qualname__") or member.__qualname__ != f"{arg.__qualname__}.{member.__name__}":
                continue
            if isinstance(member, FunctionType):
                member.__no_type_check__ = True
            elif isinstance(member, MethodType):
                member.__func__.__no_type_check__ = True
            elif isinstance(member, type):
                no_type_check(member)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        # Builtin classes.
        pass
    return arg


def no_type_check_decorator(decorator):
    """Makes a decorator that applies `no_type_check` too."""

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks something that makes classes like dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = ns.get("__annotations__", {})
        kinds = {name: _type_check(t, f"field {name} annotation must be a type") for name, t in annotations.items()}
        default_names = []
        for field_name in kinds:
            if field_name in ns:
                default_names.append(field_name)
            elif default_names:
                plural = "s" if len(default_names) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {field_name} cannot follow default field{plural} "
                    f"{', '.join(default_names)}"
                )
        made = _make_nmtuple(typename, kinds, [ns[n] for n in default_names], ns["__module__"])
        if bases != made.__bases__:
            # The same class again, with Generic beside tuple.
            namespace = {key: value for key, value in made.__dict__.items() if key != "__dict__"}
            if "__orig_bases__" in ns:
                namespace["__orig_bases__"] = ns["__orig_bases__"]
            made = type(typename, bases, namespace)
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in _NAMEDTUPLE_PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__") and key not in made._fields:
                setattr(made, key, value)
                set_name = getattr(type(value), "__set_name__", None)
                if set_name is not None:
                    set_name(value, made, key)
        if Generic in bases:
            made.__init_subclass__()
        return made


_NAMEDTUPLE_PROHIBITED = frozenset({
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
    "_replace", "_asdict", "_source",
})


def _make_nmtuple(name, kinds, defaults, module):
    from collections import namedtuple

    made = namedtuple(name, list(kinds), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(kinds)
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with typed fields: as a base class, or called with (name, type) pairs."""
    if fields is None:
        if kwargs:
            import warnings

            warnings.warn(
                "Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python "
                "3.15. Use the class-based or functional syntax instead.",
                DeprecationWarning,
                stacklevel=2,
            )
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    kinds = {name: _type_check(t, f"field {name} annotation must be a type") for name, t in fields}
    made = _make_nmtuple(typename, kinds, [], _caller(1))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        annotations = {}
        own = ns.get("__annotations__", {})
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            n: _type_check(t, message, module=made.__module__, allow_special_forms=True) for n, t in own.items()
        }
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            base_required = base.__dict__.get("__required_keys__", set())
            base_optional = base.__dict__.get("__optional_keys__", set())
            required |= base_required
            optional -= base_required
            required -= base_optional
            optional |= base_optional
            readonly |= base.__dict__.get("__readonly_keys__", set())
            mutable |= base.__dict__.get("__mutable_keys__", set())
        annotations.update(own)
        for key, kind in own.items():
            qualifiers = set()
            while True:
                if isinstance(kind, _AnnotatedAlias):
                    kind = kind.__origin__
                elif isinstance(kind, _GenericAlias) and kind.__origin__ in (Required, NotRequired, ReadOnly):
                    qualifiers.add(kind.__origin__)
                    kind = kind.__args__[0]
                else:
                    break
            if Required in qualifiers or (NotRequired not in qualifiers and total):
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict with known keys: as a base class, or called with a dict of types."""
    if fields is None:
        fields = {}
    ns = {"__annotations__": dict(fields)}
    module = _caller(1)
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether this is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


def is_protocol(tp, /):
    """Whether this is a protocol class."""
    return (
        isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not globals().get("Protocol")
        and tp is not Generic
    )


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def runtime_checkable(cls):
    """Lets a protocol be used with isinstance() and issubclass()."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {
        name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))
    }
    return cls


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")

List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")

# Aliases made on demand: module and class, number of parameters, defaults.
_LATER = {
    "DefaultDict": ("collections.defaultdict", 2), "OrderedDict": ("collections.OrderedDict", 2),
    "Counter": ("collections.Counter", 1), "ChainMap": ("collections.ChainMap", 2),
    "Deque": ("collections.deque", 1), "Pattern": ("re.Pattern", 1), "Match": ("re.Match", 1),
    "ContextManager": ("contextlib.AbstractContextManager", 2, (bool | None,)),
    "AsyncContextManager": ("contextlib.AbstractAsyncContextManager", 2, (bool | None,)),
    "Hashable": ("collections.abc.Hashable", 0), "Sized": ("collections.abc.Sized", 0),
    "ByteString": ("collections.abc.ByteString", 0), "AbstractSet": ("collections.abc.Set", 1),
    "Generator": ("collections.abc.Generator", 3, (type(None), type(None))),
    "AsyncGenerator": ("collections.abc.AsyncGenerator", 2, (type(None),)),
    "Mapping": ("collections.abc.Mapping", 2), "MutableMapping": ("collections.abc.MutableMapping", 2),
    "ItemsView": ("collections.abc.ItemsView", 2), "Coroutine": ("collections.abc.Coroutine", 3),
    **{
        name: (f"collections.abc.{name}", 1)
        for name in (
            "Awaitable", "AsyncIterable", "AsyncIterator", "Iterable", "Iterator", "Reversible", "Container",
            "Collection", "MutableSet", "Sequence", "MutableSequence", "MappingView", "KeysView", "ValuesView",
        )
    },
}
_PROTOCOLS = (
    "Protocol", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "IO", "TextIO", "BinaryIO", "_ProtocolMeta",
)


def _lazy_attribute(name):
    if name == "Callable":
        import collections.abc

        found = _CallableType(collections.abc.Callable, 2, name="Callable")
    elif name in _LATER:
        path, count, *defaults = _LATER[name]
        module_name, _, class_name = path.rpartition(".")
        __import__(module_name)
        origin = getattr(sys.modules[module_name], class_name)
        if count == 0:
            found = _SpecialGenericAlias(origin, 0, name=name)
        else:
            found = _SpecialGenericAlias(origin, count, name=name, defaults=defaults[0] if defaults else ())
    elif name in _PROTOCOLS:
        import _typing_protocols

        for each in _PROTOCOLS:
            globals()[each] = getattr(_typing_protocols, each)
        return globals()[name]
    else:
        return NotImplemented
    globals()[name] = found
    return found


def __dir__():
    return sorted({*globals(), *__all__})


# What the compiler makes of type parameters and `type` statements, by the names of its intrinsic functions.


def _type_parameter(cls, name, **keywords):
    parameter = cls(name, **keywords)
    parameter.__module__ = "typing"
    return parameter


def _type_var(name):
    return _type_parameter(TypeVar, name, infer_variance=True)


def _type_var_with_bound(name, evaluate):
    parameter = _type_var(name)
    parameter._evaluate_later("__bound__", evaluate)
    return parameter


def _type_var_with_constraints(name, evaluate):
    parameter = _type_var(name)
    parameter._evaluate_later("__constraints__", evaluate)
    return parameter


def _param_spec(name):
    return _type_parameter(ParamSpec, name, infer_variance=True)


def _type_var_tuple(name):
    return _type_parameter(TypeVarTuple, name)


def _set_default(parameter, evaluate):
    parameter._evaluate_later("__default__", evaluate)
    return parameter


def _type_alias(parts):
    name, parameters, evaluate = parts
    alias = TypeAliasType(name, None, type_params=parameters or ())
    del alias.__dict__["__value__"]
    alias.__dict__.update(_evaluate=evaluate, __module__=evaluate.__module__)
    return alias


_INTRINSICS = {
    "TYPEVAR": _type_var,
    "TYPEVAR_WITH_BOUND": _type_var_with_bound,
    "TYPEVAR_WITH_CONSTRAINTS": _type_var_with_constraints,
    "PARAMSPEC": _param_spec,
    "TYPEVARTUPLE": _type_var_tuple,
    "SET_TYPEPARAM_DEFAULT": _set_default,
    "SUBSCRIPT_GENERIC": lambda parameters: Generic[
        tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)
    ],
    "TYPEALIAS": _type_alias,
}
