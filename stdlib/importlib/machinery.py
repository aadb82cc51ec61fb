"""What describes modules that can be imported."""

import sys

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """All endings of files that are modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """The specification for a module, used for loading."""

    __module__ = "_frozen_importlib"

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            args.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            args.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(args)})"

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.submodule_search_locations, self.has_location) == (
                other.name, other.loader, other.origin, other.submodule_search_locations, other.has_location
            )
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        return self._cached

    @property
    def parent(self):
        """The name of the module's parent."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr


class SourceFileLoader:
    """Runs a file as a module."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname):
        if self.path.startswith("<stdlib>"):
            from _profiling import embedded_module

            found = embedded_module(self.name)
            if found is not None:
                return found[1].decode()
        return self.get_data(self.path).decode()

    def get_code(self, fullname):
        return compile(self.get_source(fullname), self.path, "exec", dont_inherit=True)

    def is_package(self, fullname):
        return self.path.endswith("/__init__.py") and not fullname.endswith(".__init__")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        import importlib

        return importlib.import_module(fullname)

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)


class BuiltinImporter:
    """Stands for modules that are part of the interpreter."""

    __module__ = "_frozen_importlib"

    @classmethod
    def create_module(cls, spec):
        return None

    @classmethod
    def exec_module(cls, module):
        pass


def _of_file(name, file, paths=None):
    """The spec of a module that was read from a file."""
    spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
    spec._set_fileattr = True
    if paths is not None:
        spec.submodule_search_locations = list(paths)
    return spec


def _described(module, attribute, present):
    """The `__spec__` or `__loader__` of a module that has none yet.

    The interpreter notes only where modules come from. Those that it has not imported keep what they have.
    """
    namespace = module.__dict__
    name = namespace.get("__name__")
    native = namespace["__loader__"] == "built-in"
    if sys.modules.get(name) is not module:
        return present
    file = namespace.get("__file__")
    if name == "__main__":
        # A program has no spec, unless it was started with -m.
        if namespace["__loader__"] is None or native:
            namespace["__loader__"] = BuiltinImporter if file is None else SourceFileLoader(name, file)
        return namespace[attribute]
    if native:
        spec = ModuleSpec(name, BuiltinImporter, origin="built-in")
    elif file is not None:
        spec = _of_file(name, file, namespace.get("__path__"))
    elif "__path__" in namespace:
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = namespace["__path__"]
    else:
        return present
    if namespace["__spec__"] is None:
        namespace["__spec__"] = spec
    if native or namespace["__loader__"] is None:
        namespace["__loader__"] = spec.loader
    return namespace[attribute]


def _describe_main(name, file):
    """Notes what `__main__` is a run of."""
    namespace = sys.modules["__main__"].__dict__
    namespace["__spec__"] = spec = _of_file(name, file)
    namespace["__loader__"] = spec.loader
