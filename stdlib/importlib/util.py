"""Finding modules without importing them."""

import os
import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader

__all__ = ["find_spec", "module_from_spec", "resolve_name", "spec_from_file_location", "spec_from_loader"]


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)"
        )
    level = len(name) - len(name.lstrip("."))
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name[level:]}" if name[level:] else bits[0]


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on the loader."""
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Return a module spec based on a file location."""
    if location is None:
        location = "<unknown>"
    else:
        location = os.path.abspath(os.fspath(location))
        if loader is None and not location.endswith(".py"):
            return None
    loader = loader or SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    elif loader.is_package(name):
        spec.submodule_search_locations = [os.path.dirname(location)]
    return spec


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = spec.loader.create_module(spec) if hasattr(spec.loader, "create_module") else None
    if module is None:
        module = type(sys)(spec.name)
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def _of_loaded(name, module):
    spec = getattr(module, "__spec__", None)
    if spec is not None:
        return spec
    raise ValueError(f"{name}.__spec__ is None" if hasattr(module, "__spec__") else f"{name}.__spec__ is not set")


def find_spec(name, package=None):
    """Return the spec for the specified module, or None if there is none.

    Parents of a dotted name are imported.
    """
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        return None if module is None else _of_loaded(fullname, module)
    parent, _, short = fullname.rpartition(".")
    if parent:
        above = __import__(parent, fromlist=["__path__"])
        try:
            paths = above.__path__
        except AttributeError as error:
            raise ModuleNotFoundError(
                f"__path__ attribute not found on {parent!r} while trying to find {fullname!r}", name=fullname
            ) from error
    else:
        if fullname in sys.builtin_module_names:
            return ModuleSpec(fullname, BuiltinImporter, origin="built-in")
        paths = sys.path
    for folder in paths:
        if folder.startswith("<stdlib>"):
            continue
        base = os.path.join(folder or os.getcwd(), short)
        if os.path.isfile(os.path.join(base, "__init__.py")):
            return spec_from_file_location(fullname, os.path.join(base, "__init__.py"))
        if os.path.isfile(base + ".py"):
            return spec_from_file_location(fullname, base + ".py")
        if os.path.isdir(base):
            spec = ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [base]
            return spec
    if not parent and fullname in sys.stdlib_module_names or parent and str(paths[:1]).startswith("['<stdlib>"):
        # Part of the interpreter: what it is shows when it is loaded.
        try:
            return _of_loaded(fullname, __import__(fullname, fromlist=["__name__"]))
        except ModuleNotFoundError:
            return None
    return None
