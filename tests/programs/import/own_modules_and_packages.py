import _modules.plain as plain
from _modules import plain as again, pkg
from _modules.pkg import sub, value, helper
from _modules.pkg.sub import where
import _modules.pkg.deep.leaf
print(plain is again, plain.NAME, pkg.value, value, sub.where(), where(), helper())
print(_modules.pkg.deep.leaf.up(), _modules.__name__, pkg.__package__, sub.__package__)
import sys
print("_modules.pkg.sub" in sys.modules, sys.modules["_modules.plain"] is plain)
for src in ("import nothing_here", "from _modules import nothing", "import _modules.plain.sub", "from _modules.pkg import sub as s, missing", "import _modules.broken", "from . import x", "from _modules.circular_a import a", "import _modules.syntax"):
    try: exec(src); print("ok", src)
    except SyntaxError as e: print(src, "->", e.msg)
    except (ImportError, ZeroDivisionError) as e: print(src, "->", type(e).__name__, str(e).split(" (/")[0])
from _modules.star import *
print(shown, "hidden" in globals(), "_private" in globals())
from _modules.pkg import *
print(sub)if False else print("sub" in globals())
m = __import__("_modules.pkg.sub"); print(m.__name__)
m = __import__("_modules.pkg.sub", fromlist=["where"]); print(m.__name__)
print(plain.counter); import _modules.plain; print(plain.counter)
