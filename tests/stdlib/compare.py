"""Runs the programs beside it under CPython 3.13 twice: with its own library, and with the modules
of `stdlib/` in their place. Both must print the same.

    python3.13 tests/stdlib/compare.py [NAME ...]
"""
import difflib
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
STDLIB = HERE.parents[1] / "stdlib"
# Modules that CPython has loaded before the program starts are dropped, so that ours are found.
START = """
import sys
ours = {!r}
if ours:
    import pathlib, runpy
    found = [p.relative_to(ours).with_suffix("").as_posix().replace("/", ".") for p in pathlib.Path(ours).rglob("*.py")]
    names = set(n.removesuffix(".__init__") for n in found)
    import builtins, _weakref, _collections, _functools, itertools, operator, weakref
    kept = {{"builtins", "sys", "__main__"}}
    for name in list(sys.modules):
        if name in names or name in ("runpy", "pathlib", "functools", "weakref", "_weakrefset", "collections", "operator", "heapq", "inspect", "ast", "dis", "re", "re._compiler", "re._parser", "re._constants", "re._casefix"):
            if name not in kept:
                del sys.modules[name]
    sys.path.insert(0, ours)
path = sys.argv[1]
sys.argv = [path]
with open(path) as file:
    code = compile(file.read(), "program.py", "exec")
scope = {{"__name__": "__main__", "__builtins__": __builtins__}}
sys.modules["__main__"].__dict__.update(scope)
exec(code, sys.modules["__main__"].__dict__)
"""


def run(program, ours):
    command = [sys.executable, "-X", "frozen_modules=off", "-S", "-s", "-W", "ignore", "-c", START.format(str(STDLIB) if ours else ""), str(program)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={"PYTHONHASHSEED": "0"})
    return done.stdout + done.stderr


def main():
    names = sys.argv[1:] or sorted(p.stem for p in (HERE / "programs").glob("*.py"))
    wrong = 0
    for name in names:
        program = HERE / "programs" / f"{name}.py"
        wanted, got = run(program, False), run(program, True)
        if wanted == got:
            print("ok", name, len(wanted.splitlines()), "lines")
        else:
            wrong += 1
            print("DIFFERENT", name)
            print("\n".join(list(difflib.unified_diff(wanted.splitlines(), got.splitlines(), "CPython", "ours", lineterm="", n=0))[:120]))
    return wrong


sys.exit(main())
