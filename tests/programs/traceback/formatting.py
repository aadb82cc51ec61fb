import sys, traceback, io
def inner(n):
    local = n * 2
    if n == 0:
        raise ValueError("bottom")
    inner(n - 1)
def outer():
    try:
        inner(2)
    except ValueError as e:
        raise KeyError("wrapped") from e
try:
    outer()
except KeyError as error:
    caught = error
print("".join(traceback.format_exception(caught)))
print(traceback.format_exception_only(caught), traceback.format_exception_only(type(caught), caught))
print(traceback.format_tb(caught.__traceback__))
for entry in traceback.extract_tb(caught.__cause__.__traceback__):
    print(entry.name, entry.lineno, entry.line, entry.colno, entry.end_colno, entry.end_lineno, entry)
    a, b, c, d = entry
print(traceback.extract_tb(caught.__traceback__, limit=1), len(traceback.extract_tb(caught.__cause__.__traceback__, limit=-2)))
te = traceback.TracebackException.from_exception(caught, capture_locals=False)
print(te.exc_type_str, te.__cause__.exc_type_str, str(te), list(te.format_exception_only()), te == traceback.TracebackException.from_exception(caught), te.stack[0].name)
out = io.StringIO()
traceback.print_exception(caught, file=out, chain=False, limit=1)
print(out.getvalue())
def stack():
    return traceback.extract_stack(), traceback.format_stack(limit=1)
summary, text = stack()
print([s.name for s in summary], text)
out = io.StringIO(); traceback.print_stack(file=out, limit=1); print(out.getvalue())
try:
    {}["missing"]
except KeyError:
    print(traceback.format_exc())
    out = io.StringIO(); traceback.print_exc(file=out); print(out.getvalue() == traceback.format_exc())
try:
    compile("a b", "<text>", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e))
print(traceback.format_exception(None), traceback.format_exception(ValueError("no tb")), traceback.format_exception_only(None))
e = ValueError("multi\nline"); e.add_note("note 1"); e.add_note("note\n2"); print(traceback.format_exception_only(e))
class Odd(Exception):
    def __str__(self): raise RuntimeError
print(traceback.format_exception_only(Odd()))
class Local:
    class Nested(Exception): pass
print(traceback.format_exception_only(Local.Nested("x")), traceback.format_exception_only(Exception()))
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2)])])
print("".join(traceback.format_exception(g))); print("".join(traceback.TracebackException.from_exception(g, max_group_depth=1).format()))
fs = traceback.FrameSummary("f.py", 3, "name", lookup_line=False, line="  text "); print(fs, fs.line, fs == ("f.py", 3, "name", "text"), len(fs), fs[0])
ss = traceback.StackSummary.from_list([("a.py", 1, "f", "x = 1"), fs]); print(ss.format(), type(ss))
print(traceback.StackSummary.from_list([("a.py", 1, "f", "x")] * 6).format())
print(list(traceback.walk_tb(None)), [n for _, n in traceback.walk_tb(caught.__traceback__)])
for bad in (5, "x"):
    try: traceback.format_exception(bad)
    except TypeError as error: print(error)
try: traceback.format_exception(ValueError, None)
except ValueError as error: print(error)
