import builtins
import importlib.util
import json
import runpy
import sys
import textwrap
import types

import __main__


def show(spec):
    if spec is None:
        return None
    loader = spec.loader if isinstance(spec.loader, type) else type(spec.loader)
    origin = (spec.origin or "").rpartition("/")[2]
    return spec.name, loader.__name__, origin, bool(spec.submodule_search_locations), spec.parent, spec.has_location


print(__spec__)
for module in (textwrap, json, sys, builtins, __main__):
    print(module.__name__, show(module.__spec__), module.__spec__ is None or module.__loader__ is module.__spec__.loader)
print(type(__main__.__loader__).__name__, __main__.__loader__.path.rpartition("/")[2])
made = types.ModuleType("made")
print(made.__spec__, made.__loader__)
print(textwrap.__loader__.is_package("textwrap"), json.__loader__.is_package("json"))
print("def dedent" in textwrap.__loader__.get_source("textwrap"))
print(sys, sys.__spec__)
print(importlib.util.find_spec("textwrap") is textwrap.__spec__, importlib.util.find_spec("json").name)
try:
    importlib.util.find_spec("__main__")
except ValueError as error:
    print(error)
print(runpy.run_module("keyword")["__spec__"].name)
