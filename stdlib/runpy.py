"""Finds modules and scripts and runs them as programs, without importing them."""

import _profiling
import sys

__all__ = ["run_module", "run_path"]


def _read(path):
    """The content of a file; None if it cannot be read."""
    try:
        return _profiling.read_file(path)
    except OSError:
        return None


def _find(name, folders):
    """(file, source, is package) of a module in these folders; None if it is not there."""
    short = name.rpartition(".")[2]
    for folder in folders:
        if folder.startswith("<stdlib>"):
            found = _profiling.embedded_module(name)
            if found is not None:
                return found
            continue
        base = (folder.rstrip("/") + "/" if folder else "") + short
        for file, package in (base + "/__init__.py", True), (base + ".py", False):
            source = _read(file)
            if source is not None:
                return file, source, package
    return None


def _details(name):
    """(name, file, source) of the program that a module name stands for."""
    if name.startswith("."):
        raise ImportError("Relative module names not supported")
    parent = name.rpartition(".")[0]
    folders = sys.path
    if parent:
        try:
            __import__(parent)
        except ImportError as error:
            raise ImportError(f"Error while finding module specification for {name!r} ({type(error).__name__}: {error})") from error
        folders = getattr(sys.modules[parent], "__path__", ())
    found = _find(name, folders)
    if found is None:
        raise ImportError(f"No module named {name}")
    file, source, package = found
    if package:
        if name == "__main__" or name.endswith(".__main__"):
            raise ImportError("Cannot use package as __main__ module")
        __import__(name)
        try:
            return _details(name + ".__main__")
        except ImportError as error:
            raise ImportError(f"{error}; {name!r} is a package and cannot be directly executed") from None
    return name, file, source


class _Modified:
    """sys.modules[name] and sys.argv[0] while a program runs."""

    def __init__(self, name, argument):
        self.name = name
        self.argument = argument
        self.module = type(sys)(name)

    def __enter__(self):
        self.previous = sys.modules.get(self.name)
        sys.modules[self.name] = self.module
        self.previous_argument = sys.argv[0] if sys.argv else None
        sys.argv[:1] = [self.argument]
        return self.module.__dict__

    def __exit__(self, *exc):
        if self.previous is None:
            sys.modules.pop(self.name, None)
        else:
            sys.modules[self.name] = self.previous
        sys.argv[:1] = [] if self.previous_argument is None else [self.previous_argument]


def _run(code, namespace, init_globals, name, file, package, spec=None):
    """Run code in a namespace that looks like a module's."""
    if init_globals is not None:
        namespace.update(init_globals)
    namespace.update(
        __name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=spec and spec.loader,
        __package__=package, __spec__=spec,
    )
    exec(code, namespace)
    return namespace


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module's code without importing it; returns its namespace.

    `init_globals` are put into the namespace first. `run_name` is its __name__, by default the module's. With
    `alter_sys`, sys.modules and sys.argv[0] tell of the program while it runs.
    """
    mod_name, file, source = _details(mod_name)
    code = compile(source, file, "exec")
    name = mod_name if run_name is None else run_name
    package = mod_name.rpartition(".")[0]
    from importlib.machinery import _of_file

    spec = _of_file(mod_name, file)
    if not alter_sys:
        return _run(code, {}, init_globals, name, file, package, spec)
    with _Modified(name, file) as namespace:
        return _run(code, namespace, init_globals, name, file, package, spec).copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Run a script, or __main__ in a folder; returns its namespace."""
    name = "<run_path>" if run_name is None else run_name
    path_name = str(path_name)
    main = path_name.rstrip("/") + "/__main__.py"
    source = _read(main)
    if source is not None:
        sys.path.insert(0, path_name)
        try:
            with _Modified(name, path_name) as namespace:
                return _run(compile(source, main, "exec"), namespace, init_globals, name, main, "").copy()
        finally:
            if path_name in sys.path:
                sys.path.remove(path_name)
    code = compile(_profiling.read_file(path_name), path_name, "exec")
    with _Modified(name, path_name) as namespace:
        return _run(code, namespace, init_globals, name, path_name, "").copy()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("No module specified for execution", file=sys.stderr)
    else:
        del sys.argv[0]
        run_module(sys.argv[0], run_name="__main__", alter_sys=True)
