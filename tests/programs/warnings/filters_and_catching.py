import warnings, sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def shown(filters, calls):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for f in filters: warnings.filterwarnings(*f) if isinstance(f, tuple) else warnings.simplefilter(f)
        try: calls()
        except Warning as e: print("raised", repr(e))
    print([(str(w.message), w.category.__name__) for w in log])
def some():
    for i in range(3): warnings.warn("same")
    warnings.warn("other", DeprecationWarning); warnings.warn(UserWarning("object"))
for action in ("always", "default", "once", "module", "ignore", "error"): shown([action], some)
shown(["ignore", ("always", "sam.*")], some); shown([("ignore", "", DeprecationWarning), ], some); shown(["always", ("error", "other")], some); shown([("ignore", "SAME")], some); shown([("always", "", Warning, "nomodule")], some)
t(lambda: warnings.warn()); t(lambda: warnings.warn("x", int)); t(lambda: warnings.warn("x", 5)); t(lambda: warnings.simplefilter("bad")); t(lambda: warnings.filterwarnings("always", 5)); t(lambda: warnings.filterwarnings("always", lineno=-1)); t(lambda: warnings.filterwarnings("always", category=int))
def deep(level): warnings.warn("lvl", stacklevel=level)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    deep(1); deep(2); deep(50)
    warnings.warn_explicit("explicit", SyntaxWarning, "file.py", 7, module="m", registry={}); 
    print([(w.lineno, w.filename.rpartition("/")[2], w.line) for w in log]); print(log[-1])
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "text"), warnings.formatwarning("msg", UserWarning, "f.py", 3, ""))
old = warnings.showwarning; seen = []
warnings.showwarning = lambda *a, **k: seen.append(a[:2]); warnings.simplefilter("always"); warnings.warn("hooked"); warnings.showwarning = old; print(seen)
with warnings.catch_warnings(action="error", category=FutureWarning):
    t(lambda: warnings.warn("f", FutureWarning))
c = warnings.catch_warnings()
with c: t(c.__enter__)
t(warnings.catch_warnings().__exit__); print(repr(warnings.catch_warnings(record=True)), len(warnings.filters) >= 0)
@warnings.deprecated("use g")
def f(): return 1
@warnings.deprecated("gone", category=None)
class K: pass
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always"); f(); K(); print([str(w.message) for w in log], f.__deprecated__, K.__deprecated__)
t(lambda: warnings.deprecated(5)); registry = {}
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for i in range(3): warnings.warn_explicit("once only", UserWarning, "f.py", 1, registry=registry)
    print(len(log), [k for k in registry if k != "version"])
