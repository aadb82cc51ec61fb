import _warnings, sys

sys.stderr = sys.stdout
_warnings.warn("x")
_warnings.warn_explicit("x", UserWarning, "a.py", 3)
print(_warnings.filters)
for a in [("x", int), ("x", 3), (), ("x", UserWarning, "a"), ("x", None, 1, None, 5), ]:
    try: _warnings.warn(*a)
    except BaseException as e: print(type(e).__name__, e)
for a in [("x", int), ("x", 3, "f", 1), (), ("x", UserWarning, 3, 1), ("x", UserWarning, "f", "a"), ("x", UserWarning, "f", 1, None, 5),("x", UserWarning, "f", 1, "m", {}, 7),("x", int, "f", 1), ("x", dict, "f", 1), ("x", UserWarning, "f", 1, "m", [1])]:
    try: _warnings.warn_explicit(*a)
    except BaseException as e: print(type(e).__name__, e)
for k in [dict(skip_file_prefixes=3), dict(skip_file_prefixes=("a",3)), dict(skip_file_prefixes=("a",))]:
    try: _warnings.warn("pre", **k)
    except BaseException as e: print(type(e).__name__, e)
import warnings
def deep(n):
    if n: return deep(n-1)
    warnings.warn("deep", stacklevel=3)
deep(5)
for bad in (3, (3,None,UserWarning,None,0), ("xx",None,UserWarning,None,0), ("xx",None,3,None,0)):
    warnings.filters.insert(0, bad)
    try: warnings.warn("q")
    except BaseException as e: print(type(e).__name__, e)
    del warnings.filters[0]
old = warnings.filters
warnings.filters=3
try: warnings.warn("q")
except BaseException as e: print(type(e).__name__, e)
warnings.filters=[]
warnings.defaultaction = 3
try: warnings.warn("q")
except BaseException as e: print(type(e).__name__, e)
warnings.defaultaction = "error"
try: warnings.warn("q")
except BaseException as e: print(type(e).__name__, e)
warnings.filters = old; warnings.defaultaction = "default"
def show(*a): print("shown", a[0], a[1], a[3])
warnings.showwarning = show
warnings.warn("mine"); warnings.warn("mine", RuntimeWarning)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for i in range(3): warnings.warn("rec", DeprecationWarning)
    print(len(log), log[0].category, str(log[0].message), log[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: ~True if False else ~(1 == 1)
    except DeprecationWarning as e: print("raised", str(e)[:30])
    try: compile("'\\d'", "f", "exec")
    except SyntaxError as e: print(type(e).__name__, e, e.lineno)
warnings.filterwarnings("error", message="Match.*", module="__main__")
try: warnings.warn("matching")
except UserWarning as e: print("error", e)
warnings.warn("no")
class W(UserWarning):
    def __str__(self): return "W says"
warnings.warn(W())
print(sorted(k for k in __warningregistry__ if k == "version"), len(__warningregistry__))
del warnings._showwarnmsg
warnings.warn("native show")
