# compile: modes, flags, file names, errors; what eval and exec make of code objects.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


code = compile("a + 1", "<mine>", "eval")
print(code.co_filename, code.co_name, eval(code, {"a": 2}))
code = compile("x = 1\ny = x + 1\n", "<mine>", "exec")
names = {}
exec(code, names)
print(names["x"], names["y"], sorted(k for k in names if not k.startswith("__")))
code = compile("1 + 1\n", "<mine>", "single")
exec(code)
print(attempt(compile, "a b", "<mine>", "eval"), attempt(compile, "x = 1", "<mine>", "eval"), attempt(compile, "", "<mine>", "eval"))
print(attempt(compile, "1", "f", "other"), attempt(compile, "1", "f", "exec", 0, False, 5), attempt(compile, 1, "f", "exec"))
print(attempt(compile, "1"), attempt(compile, "1", 5, "exec"), attempt(compile, "1", "f", "exec", flags=1 << 30))
print(compile(b"# coding: latin-1\nx = '\xe9'", "f", "exec").co_consts[0], compile("1", b"bytes name", "eval").co_filename)
print(eval(compile("lambda: (yield)", "f", "eval")).__name__, eval("  1 + 2"), eval(b"3 * 4"))
print(attempt(compile, compile("1", "f", "eval"), "g", "exec"))
print(attempt(eval, "1;2"), attempt(eval, "a"), attempt(exec, "1/0"), attempt(exec, "return 1"))
space = {}
print(eval("[x for x in range(3)]", space), "__builtins__" in space, eval("len", {"__builtins__": {"len": 5}}))
print(attempt(eval, "len", {"__builtins__": {}}))
