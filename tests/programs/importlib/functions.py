import importlib
import importlib.util
import os
import sys

top = f"/tmp/anthill-importlib-{os.getpid()}"
os.makedirs(top + "/pkg/sub")
sys.path.insert(0, top)
sys.dont_write_bytecode = True


def write(name, text):
    with open(os.path.join(top, name), "w") as f:
        f.write(text)


write("plain.py", "value = 1\nprint('plain runs as', __name__)\n")
write("pkg/__init__.py", "from . import first\nname = 'the package'\n")
write("pkg/first.py", "from .second import two\none = 1\n")
write("pkg/second.py", "two = 2\n")
write("pkg/sub/__init__.py", "")
write("pkg/sub/deep.py", "from ..second import two\nfrom ... import nothing\n")
write("pkg/__main__.py", "print('main of', __package__)\nresult = 5\n")
write("circular_a.py", "import circular_b\nx = circular_b.y\n")
write("circular_b.py", "import circular_a\ny = circular_a.x\n")
write("circular_c.py", "from circular_d import d\nc = 1\n")
write("circular_d.py", "from circular_c import c\nd = 1\n")
write("broken.py", "1 / 0\n")
plain = importlib.import_module("plain")
print(plain.value, plain is sys.modules["plain"], importlib.import_module("plain") is plain)
write("plain.py", "value = 22222\nprint('plain runs again as', __name__)\n")
plain.extra = "kept"
print(importlib.reload(plain) is plain, plain.value, plain.extra)
pkg = importlib.import_module("pkg")
print(pkg.name, pkg.first.one, pkg.first.two, importlib.import_module(".second", "pkg").two, importlib.import_module("..second", "pkg.sub").two, importlib.import_module("pkg.sub").__name__)
for call in (
    "importlib.import_module('nope')", "importlib.import_module('.x')", "importlib.import_module('..x', 'pkg')", "importlib.import_module('')", "importlib.import_module('pkg.nope')",
    "importlib.import_module('plain.nope')", "importlib.import_module('pkg.sub.deep')", "importlib.import_module('circular_a')", "importlib.import_module('circular_c')",
    "importlib.import_module('broken')", "importlib.reload('x')", "importlib.reload(type(sys)('ghost'))",
):
    try:
        print(call, eval(call))
    except BaseException as e:
        print(call, type(e).__name__, str(e).replace(top, "TOP"), getattr(e, "name", None))
print("broken" in sys.modules, "circular_a" in sys.modules)
spec = importlib.util.find_spec("plain")
print(spec.name, spec.origin == top + "/plain.py", spec.parent == "", spec.submodule_search_locations)
spec = importlib.util.find_spec("pkg.first")
print(spec.name, spec.parent, importlib.util.find_spec("nope"), importlib.util.find_spec("pkg.nope"), importlib.util.find_spec(".second", "pkg").name)
print(importlib.util.find_spec("json") is not None, importlib.util.find_spec("sys").name, importlib.util.resolve_name(".a", "b.c"), importlib.util.resolve_name("..a", "b.c"))
write("loose.py", "answer = 42\n")
spec = importlib.util.spec_from_file_location("named", top + "/loose.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.answer, module.__name__, "named" in sys.modules, module.__file__ == top + "/loose.py")
importlib.invalidate_caches()
import runpy

print(runpy.run_path(top + "/loose.py")["answer"], runpy.run_module("plain", run_name="other")["value"], runpy.run_module("pkg")["result"])
for folder, _, files in os.walk(top, topdown=False):
    for name in files:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
