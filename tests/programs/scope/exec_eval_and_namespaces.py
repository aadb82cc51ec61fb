x = 1
def f(a):
    b = 2
    return sorted(locals().items())
print(f(1), "x" in globals(), eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
ns = {}
exec("a = 1\ndef g(): return a + 1\nclass C: pass", ns)
print(ns["g"](), sorted(k for k in ns if k != "__builtins__"), ns["C"].__module__ if "__name__" in ns else "builtins")
exec("x = 99"); print(x)
code = compile("1 + 2", "<c>", "eval"); print(eval(code), code.co_filename, type(code))
exec(compile("for i in range(3): print(i, end=' ')\nprint()", "f", "exec"))
for src, mode in (("1 +", "eval"), ("x = 1", "eval"), ("if 1:\n  pass\n else: 1", "exec"), ("return 1", "exec"), ("def f(a, a): pass", "exec"), ("break", "exec"), ("f(**k, *a)", "exec"), ("x = = 1", "exec"), ("'abc", "exec"), ("(1, 2", "exec"), ("nonlocal q", "exec"), ("def f():\n global z\n z: int = 1", "exec"), ("1 = x", "exec"), ("lambda: (yield)", "exec"), ("a b", "exec"), ("print 1", "exec")):
    try: compile(src, "<s>", mode); print("ok", src)
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
class L(dict):
    def __missing__(self, k): return f"<{k}>"
print(eval("foo + bar", {}, L()))
def outer():
    y = 10
    def inner(): return eval("y") if False else y
    return inner(), eval("y * 2"), [eval("y", {"y": n}) for n in range(2)]
print(outer())
def loc():
    z = 1
    exec("z = 2")
    return z
print(loc())
try: exec("undefined_name")
except NameError as e: print(e)
print(eval(" 1"), eval("[i for i in range(3)]"), eval(b"5"))
try: eval(5)
except TypeError as e: print(e)
def vararg(*args, **kw): return locals()
print(vararg(1, k=2))
print(__name__, __builtins__ is not None, dir()[:3] == sorted(dir())[:3])
class Scope:
    a = 1
    b = locals()["a"] + 1
    print(sorted(k for k in vars() if not k.startswith("_")))
print(Scope.b)
