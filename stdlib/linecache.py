"""The lines of source files, kept for tracebacks."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# From a file's name to (size, modification time, lines, full name), or to a 1-tuple with a function
# that gives the source.
cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its line break; the empty string if there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines of a file; none if it cannot be read."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _register_code(code, string, name):
    cache[name] = (len(string), None, [line + "\n" for line in string.splitlines()], name)


def checkcache(filename=None):
    """Forgets files that have changed on disk."""
    names = [filename] if filename is not None else list(cache)
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, lines, fullname = entry
        if mtime is None:
            continue
        import os

        try:
            stat = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def _is_invented(filename):
    """Names that are no files, such as <stdin>."""
    return not filename or (filename.startswith("<") and filename.endswith(">"))


def _input_lines(filename):
    """The lines of what was typed at the prompt under this name."""
    import _prompt

    text = _prompt.source(filename)
    if text is None:
        return []
    cache[filename] = (len(text), None, [line + "\n" for line in text.splitlines()], filename)
    return cache[filename][2]


def updatecache(filename, module_globals=None):
    """Reads a file again; gives its lines."""
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename, None)
    if _is_invented(filename) or filename.startswith("<stdin>-"):
        return _input_lines(filename)
    import os

    fullname = filename
    try:
        stat = os.stat(fullname)
    except OSError:
        if lazycache(filename, module_globals):
            try:
                data = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if data is None:
                    return []
                cache[filename] = (len(data), None, [line + "\n" for line in data.splitlines()], fullname)
                return cache[filename][2]
        if os.path.isabs(filename):
            return []
        import sys

        for directory in sys.path:
            try:
                fullname = os.path.join(directory, filename)
                stat = os.stat(fullname)
                break
            except (TypeError, AttributeError, OSError):
                pass
        else:
            return []
    except ValueError:
        return []
    try:
        lines = _read(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError, LookupError):
        return []
    if not lines:
        lines = ["\n"]
    elif not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
    return lines


def _read(fullname):
    """The lines of a source file, decoded as it declares."""
    with open(fullname, "rb") as file:
        data = file.read()
    encoding = "utf-8"
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    else:
        for line in data.split(b"\n", 2)[:2]:
            if not line.lstrip().startswith(b"#"):
                continue
            index = line.find(b"coding")
            mark = line[index + 6:index + 7]
            if index >= 0 and mark in (b":", b"="):
                words = line[index + 7:].split()
                if words:
                    encoding = words[0].decode("latin-1")
                break
    text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    return [line + "\n" for line in text.split("\n")[:-1]] + ([text.split("\n")[-1]] if not text.endswith("\n") and text else [])


def lazycache(filename, module_globals):
    """Notes that a module's loader can give the source. Says whether it can."""
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_invented(filename):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
