import io, sys, traceback, warnings, linecache, os, tempfile


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, error)


# warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one"); warnings.warn("two", DeprecationWarning); warnings.warn(RuntimeWarning("three"))
    for w in log: print(w.category.__name__, w.message, w.lineno > 0, str(w)[:30])
with warnings.catch_warnings(record=True) as log:
    warnings.resetwarnings(); warnings.filterwarnings("ignore", "skip.*"); warnings.filterwarnings("once", category=UserWarning, append=True)
    warnings.warn("skipme"); warnings.warn("a"); warnings.warn("a"); warnings.warn("b")
    print([str(w.message) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(warnings.warn, "boom", FutureWarning)
with warnings.catch_warnings(record=True, action="default") as log:
    for i in range(3): warnings.warn("loop")
    print(len(log))
    @warnings.deprecated("old!")
    def old(): "Doc"; return 1
    @warnings.deprecated("oldclass")
    class Old: pass
    print(old(), Old().__class__.__name__, old.__deprecated__, old.__doc__, [(w.category.__name__, str(w.message)) for w in log])
attempt(warnings.filterwarnings, "bad"); attempt(warnings.simplefilter, "bad"); attempt(warnings.warn, "x", 5); attempt(warnings.filterwarnings, "ignore", category=int); attempt(warnings.filterwarnings, "ignore", lineno=-1)
print(repr(warnings.formatwarning("m", UserWarning, "nofile.py", 3)), repr(warnings.formatwarning("m", UserWarning, "nofile.py", 3, "code")))
out = io.StringIO(); warnings.showwarning("m", UserWarning, "f.py", 1, out); print(out.getvalue())
cw = warnings.catch_warnings(); cw.__enter__(); attempt(cw.__enter__); cw.__exit__(); print(cw)

# traceback
source = '''
def add(a, b):
    return a + b

def item(d):
    return d["x"]["y"]

def call(f):
    return f(1,
             2)

def deep(n):
    if n == 0: raise ValueError("deep")
    deep(n - 1)

def chain():
    try:
        add(1, "x")
    except TypeError as e:
        raise KeyError("second") from e

def context():
    try: item({})
    except KeyError: undefined_name

def whole():
    raise ValueError(
        "long",
        "args",
    )

def group():
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("t")])])

def note():
    e = ValueError("with\\nlines"); e.add_note("a note\\nmore"); raise e

def calls(): x = 1; return x.bit_length().foo(3).bar
def index(): return [1, 2][5]
def unary(): return -"x"
def compare(): return 1 < "x"
def power(): return 2 ** "x" ** 3
def multi(): return (1 +
    2 + "x" +
    3)
def uni(): return "é" + 1 if True else "日本"
def attr(): return object().nothing
def mixed(a=3): return a * 2 + a // 0 - 5
def strs(): return len("a+b") + "("
def kw(): return dict(a=1)["b" + "c"]
def callcall(): return max(min(1, "x"), 2)
def assertion(): assert 1 == 2, "msg"
def bare(): raise KeyError
def empty(): raise ValueError()
def assign():
    x = int('x')
    return x
def assign2(): x = y = [].pop(); return x
def expr():
    int('z')
'''
folder = tempfile.mkdtemp(); path = os.path.join(folder, "mod.py")
with open(path, "w") as f: f.write(source)
scope = {"__name__": "mod"}
exec(compile(source, path, "exec"), scope)
def show(name, *args):
    try: scope[name](*args)
    except BaseException as e:
        tb = e.__traceback__.tb_next
        print("".join(traceback.format_exception(type(e), e, tb)).replace(path, "mod.py").replace(folder, ""), end="")
for name, *args in [("add", 1, "x"), ("item", {"x": {}}), ("call", lambda: 1), ("deep", 2), ("deep", 10), ("chain",), ("context",), ("whole",), ("group",), ("note",), ("calls",), ("index",), ("unary",), ("compare",), ("power",), ("multi",), ("uni",), ("attr",), ("mixed",), ("strs",), ("kw",), ("callcall",), ("assertion",), ("bare",), ("empty",), ("assign",), ("assign2",), ("expr",)]:
    print("--", name); show(name, *args)
try: scope["chain"]()
except KeyError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(te.exc_type_str, str(te), len(te.stack), te.stack[-1].name, te.stack[-1].lineno, te.__cause__.exc_type_qualname, te.stack[-1].locals)
    print(list(te.format_exception_only()), traceback.format_exception_only(e), traceback.format_exception_only(ValueError, ValueError("x")))
    print([tuple(f)[1:3] for f in traceback.extract_tb(e.__traceback__)], traceback.extract_tb(e.__traceback__, limit=1)[0].name, traceback.extract_tb(e.__traceback__, limit=-1)[0].line)
    out = io.StringIO(); traceback.print_exception(e, file=out, chain=False); print(out.getvalue().replace(path, "mod.py"))
    print(traceback.format_exc(limit=1).replace(path, "mod.py"))
try: compile("a = (1 +", "bad.py", "exec")
except SyntaxError as e: print("".join(traceback.format_exception_only(e)))
try: compile("def f(:\n  pass", "bad.py", "exec")
except SyntaxError as e: print("".join(traceback.format_exception_only(e)))
print(traceback.format_list([("f.py", 3, "g", "code here"), ("f.py", 4, "h", None)]), traceback.StackSummary.from_list([("f.py", 3, "g", "x")])[0], traceback.FrameSummary("a", 1, "b", line="c") == ("a", 1, "b", "c"))
def inner(): return traceback.extract_stack(limit=2), traceback.format_stack(limit=1)
stack, text = inner(); print([f.name for f in stack], len(text))
print(list(traceback.format_exception_only(ExceptionGroup("g", [ValueError("v"), TypeError("t")]), show_group=True)), traceback.format_exception(None), traceback.format_exception_only(None))
attempt(traceback.format_exception, 5); attempt(traceback.print_last)
print([linecache.getline(path, n) for n in (2, 3, 999)], linecache.getline("nope.py", 1), linecache.getline("<x>", 1)); linecache.checkcache(); linecache.clearcache(); print(linecache.cache)
