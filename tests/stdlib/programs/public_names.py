"""Every public name of CPython's modules is there."""
import importlib

NAMES = {
    "abc": "ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token update_abstractmethods",
}
for name in ["keyword", "types", "functools", "collections", "collections.abc", "contextlib", "copy", "string", "textwrap", "reprlib", "enum", "dataclasses", "typing", "random", "numbers", "fractions", "linecache", "warnings", "traceback", "posixpath", "pprint"]:
    module = importlib.import_module(name)
    print(name, sorted(module.__all__), [each for each in module.__all__ if not hasattr(module, each)])
for name, wanted in NAMES.items():
    module = importlib.import_module(name)
    print(name, [each for each in wanted.split() if not hasattr(module, each)])
