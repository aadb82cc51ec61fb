"""`os.path` on POSIX systems: names of files taken apart and put together."""

import os
import sys

__all__ = [
    "abspath", "basename", "commonpath", "commonprefix", "curdir", "defpath", "devnull", "dirname", "exists",
    "expanduser", "expandvars", "extsep", "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir",
    "isdevdrive", "isfile", "isjunction", "islink", "ismount", "join", "lexists", "normcase",
    "normpath", "pardir", "pathsep", "altsep", "realpath", "relpath", "samefile", "sameopenfile", "samestat", "sep",
    "split", "splitdrive", "splitext", "splitroot", "supports_unicode_filenames",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = sys.platform == "darwin"

# Bits of `st_mode`.
_S_IFMT, _S_IFDIR, _S_IFREG, _S_IFLNK = 0o170000, 0o040000, 0o100000, 0o120000


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    return os.fspath(path)


def _fspath_for(function, path):
    if isinstance(path, (str, bytes)):
        return path
    if not hasattr(type(path), "__fspath__"):
        raise TypeError(f"{function}: path should be string, bytes or os.PathLike, not {type(path).__name__}")
    return os.fspath(path)


def _get_sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def _check_arg_types(funcname, *args):
    """Refuses mixtures of str and bytes, and everything else."""
    has_str = has_bytes = False
    for each in args:
        if isinstance(each, str):
            has_str = True
        elif isinstance(each, bytes):
            has_bytes = True
        else:
            raise TypeError(
                f"{funcname}() argument must be str, bytes, or os.PathLike object, not {each.__class__.__name__!r}"
            ) from None
    if has_str and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path as it is: case matters."""
    return _fspath(s)


def isabs(s):
    """Whether the path begins with a slash."""
    s = _fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """The parts with slashes between them; an absolute part drops those before it."""
    a = _fspath(a)
    slash = _get_sep(a)
    path = a
    try:
        for b in p:
            b = _fspath(b)
            if b.startswith(slash) or not path:
                path = b
            elif path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError, BytesWarning):
        _check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    """What is before the last slash, and what is after it."""
    p = _fspath(p)
    slash = _get_sep(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """The path without its extension, and the extension with its dot."""
    p = _fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    start = p.rfind(slash) + 1
    index = p.rfind(dot)
    if index > start and p[start:index].strip(dot):
        return p[:index], p[index:]
    return p, p[:0]


def splitdrive(p):
    """There are no drives: an empty one, and the path."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """Drive (empty), root (`/`, `//` or nothing) and the rest."""
    p = _fspath_for("_path_splitroot_ex", p)
    slash = _get_sep(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """What is after the last slash."""
    p = _fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


from posix import _path_exists, _path_isdir, _path_isfile


def exists(path):
    """Test whether a path exists.  Returns False for broken symbolic links"""
    return _path_exists(path)


def isfile(path):
    """Test whether a path is a regular file"""
    return _path_isfile(path)


def isdir(s):
    """Return true if the pathname refers to an existing directory."""
    return _path_isdir(s)


def lexists(path):
    """Whether there is such a file or link."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def islink(path):
    """Whether this is a symbolic link."""
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return mode & _S_IFMT == _S_IFLNK


def isjunction(path):
    """False: junctions are another system's."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """False: such drives are another system's."""
    os.fspath(path)
    return False


def isreserved(path):
    """False: no names are reserved."""
    os.fspath(path)
    return False


def ismount(path):
    """Whether a file system is mounted there."""
    try:
        s1 = os.lstat(path)
    except (OSError, ValueError):
        return False
    if s1.st_mode & _S_IFMT == _S_IFLNK:
        return False
    path = os.fspath(path)
    parent = realpath(join(path, b".." if isinstance(path, bytes) else ".."))
    try:
        s2 = os.lstat(parent)
    except OSError:
        return False
    return s1.st_dev != s2.st_dev or s1.st_ino == s2.st_ino


def getsize(filename):
    """Size in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When it was last modified, in seconds since the epoch."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When it was last read, in seconds since the epoch."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When its metadata last changed, in seconds since the epoch."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two results of `stat` are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths name the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def expanduser(path):
    """The path with `~` or `~user` at its beginning replaced by a home directory."""
    path = os.fspath(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    slash = _get_sep(path)
    i = path.find(slash, 1)
    if i < 0:
        i = len(path)
    if i == 1:
        if "HOME" in os.environ:
            home = os.environ["HOME"]
        else:
            try:
                import pwd

                home = pwd.getpwuid(os.getuid()).pw_dir
            except (ImportError, KeyError):
                return path
    else:
        name = path[1:i]
        if isinstance(name, bytes):
            name = os.fsdecode(name)
        try:
            import pwd

            home = pwd.getpwnam(name).pw_dir
        except (ImportError, KeyError):
            return path
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    home = home.rstrip(slash)
    return (home + path[i:]) or slash


def expandvars(path):
    """The path with `$NAME` and `${NAME}` replaced by environment variables; unknown ones stay."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    if "$" not in text:
        return path
    result = []
    index = 0
    while True:
        dollar = text.find("$", index)
        if dollar < 0:
            result.append(text[index:])
            break
        result.append(text[index:dollar])
        stop = dollar + 1
        if text[stop:stop + 1] == "{":
            close = text.find("}", stop)
            name = text[stop + 1:close] if close >= 0 else None
            stop = close + 1
        else:
            while stop < len(text) and text[stop].isascii() and (text[stop].isalnum() or text[stop] == "_"):
                stop += 1
            name = text[dollar + 1:stop] or None
        if name is not None and name in os.environ:
            result.append(os.environ[name])
            index = stop
        else:
            result.append("$")
            index = dollar + 1
    text = "".join(result)
    return os.fsencode(text) if is_bytes else text


def normpath(path):
    """The path without double slashes, `.`, and `..` where it can be done."""
    path = _fspath_for("_path_normpath", path)
    slash, dot, dotdot = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    if not path:
        return dot
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dotdot or (not root and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + slash.join(parts)) or dot


def abspath(path):
    """The path from the root, normalized."""
    path = os.fspath(path)
    slash = _get_sep(path)
    if not path.startswith(slash):
        cwd = os.getcwdb() if isinstance(path, bytes) else os.getcwd()
        path = join(cwd, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root with all symbolic links followed."""
    filename = os.fspath(filename)
    slash, dot, dotdot = (b"/", b".", b"..") if isinstance(filename, bytes) else ("/", ".", "..")
    ignored = () if strict else OSError
    # The parts left to follow, last first. None marks the end of a link, with its path below it.
    rest = filename.split(slash)[::-1]
    seen = {}
    if filename.startswith(slash):
        path = slash
    else:
        path = os.getcwdb() if isinstance(filename, bytes) else os.getcwd()
    while rest:
        name = rest.pop()
        if name is None:
            seen[rest.pop()] = path
            continue
        if not name or name == dot:
            continue
        if name == dotdot:
            path = path[:path.rindex(slash)] or slash
            continue
        newpath = path + name if path == slash else path + slash + name
        try:
            if os.lstat(newpath).st_mode & _S_IFMT != _S_IFLNK:
                path = newpath
                continue
            if newpath in seen:
                path = seen[newpath]
                if path is not None:
                    continue
                # A link that leads to itself.
                if strict:
                    os.stat(newpath)
                path = newpath
                continue
            target = os.readlink(newpath)
        except ignored:
            path = newpath
            continue
        if target.startswith(slash):
            path = slash
        seen[newpath] = None
        rest.append(newpath)
        rest.append(None)
        rest.extend(target.split(slash)[::-1])
    return path


def relpath(path, start=None):
    """The path as seen from a directory."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dotdot = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    start = dot if start is None else os.fspath(start)
    try:
        start_parts = [part for part in abspath(start).lstrip(slash).split(slash) if part]
        path_parts = [part for part in abspath(path).lstrip(slash).split(slash) if part]
        shared = len(commonprefix([start_parts, path_parts]))
        parts = [dotdot] * (len(start_parts) - shared) + path_parts[shared:]
        return slash.join(parts) if parts else dot
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        _check_arg_types("relpath", path, start)
        raise


def commonprefix(m):
    """The longest beginning that all have in common, character by character."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all have in common."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    try:
        split_paths = [path.split(slash) for path in paths]
        try:
            isabs, = {p.startswith(slash) for p in paths}
        except ValueError:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[part for part in s if part and part != dot] for s in split_paths]
        low, high = min(split_paths), max(split_paths)
        common = low
        for i, c in enumerate(low):
            if c != high[i]:
                common = low[:i]
                break
        prefix = slash if isabs else slash[:0]
        return prefix + slash.join(common)
    except (TypeError, AttributeError):
        _check_arg_types("commonpath", *paths)
        raise
