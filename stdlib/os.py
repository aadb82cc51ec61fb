"""Files, directories, processes and the environment, on the functions of `posix`."""

import sys

from posix import *
import posix as _posix

sys.modules.setdefault("os", sys.modules.get(__name__))
import posixpath as path

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep = ".", "..", "/", ":"
defpath, altsep, extsep, devnull = "/bin:/usr/bin", None, ".", "/dev/null"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError
# Which functions take a descriptor for a path, follow no links on request, or ask for the effective user. None takes a
# path relative to a directory's descriptor.
supports_dir_fd = set()
supports_fd = {stat, chmod, chown, pathconf, statvfs, truncate}
supports_effective_ids = {access}
supports_follow_symlinks = {stat, chown, utime, link, access}

__all__ = [
    "altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET",
    "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "fdopen", "extsep", "makedirs", "removedirs",
    "renames", "walk", "fwalk", "environ", "getenv", "environb", "getenvb", "PathLike", "fspath", "popen",
]
__all__.extend([each for each in dir(_posix) if each[0] != "_" and each not in ("environ", "fspath")])
_exit = getattr(_posix, "_exit", None)
if _exit is not None:
    __all__.append("_exit")


def _encoding():
    return sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()


def fsencode(filename):
    """The path as bytes, in the encoding of file names."""
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode(*_encoding())
    return filename


def fsdecode(filename):
    """The path as str, from the encoding of file names."""
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode(*_encoding())
    return filename


if not hasattr(_posix, "fspath"):

    def fspath(path):
        """The str or bytes of a path-like object."""
        if isinstance(path, (str, bytes)):
            return path
        kind = type(path)
        try:
            method = kind.__fspath__
        except AttributeError:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
        result = method(path)
        if isinstance(result, (str, bytes)):
            return result
        raise TypeError(
            f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(result).__name__}"
        )


def _lazy_attribute(attribute):
    # What needs the abstract base classes is made when it is asked for.
    if attribute == "PathLike":
        import abc

        class PathLike(abc.ABC):
            """Abstract base class for implementing the file system path protocol."""

            __slots__ = ()

            @abc.abstractmethod
            def __fspath__(self):
                """Return the file system path representation of the object."""
                raise NotImplementedError

            @classmethod
            def __subclasshook__(cls, subclass):
                if cls is PathLike:
                    return any("__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented
                return NotImplemented

            __class_getitem__ = classmethod(type(list[int]))

        PathLike.__qualname__ = "PathLike"
        globals()["PathLike"] = PathLike
        return PathLike
    return NotImplemented


def __dir__():
    return sorted({*globals(), *__all__})


class _Environ:
    """The environment as a mapping of strs; changes reach child processes."""

    def __init__(self, data, encode, decode):
        self._data = data
        self.encodekey = self.encodevalue = encode
        self.decodekey = self.decodevalue = decode

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self.encodekey(key) in self._data

    def __repr__(self):
        pairs = ", ".join(
            f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}" for key, value in self._data.items()
        )
        return f"environ({{{pairs}}})"

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        from collections.abc import KeysView

        return KeysView(self)

    def items(self):
        from collections.abc import ItemsView

        return ItemsView(self)

    def values(self):
        from collections.abc import ValuesView

        return ValuesView(self)

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError(f"pop expected at most 2 arguments, got {len(default) + 1}")
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def setdefault(self, key, value=None):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **kwds):
        pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        return {**dict(self), **dict(other)}

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        return {**dict(other), **dict(self)}

    def __ior__(self, other):
        self.update(other)
        return self


def _encode_variable(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode(*_encoding())


def _decode_variable(value):
    return value.decode(*_encoding())


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


environ = _Environ(dict(_posix.environ), _encode_variable, _decode_variable)
environb = _Environ(environ._data, _check_bytes, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    """An environment variable, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """An environment variable as bytes, or the default."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The directories where programs are looked for."""
    if env is None:
        env = environ
    found = env.get("PATH")
    return (defpath if found is None else found).split(pathsep)


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a directory and all directories above it."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Removes a directory, and those above it that are empty then."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Renames; makes directories for the new name and removes those that the old one leaves empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directories below a path: for each its path, its directories and its other files."""
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, nondirs, walk_dirs = [], [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            (dirs if is_dir else nondirs).append(entry.name)
            if not topdown and is_dir:
                if followlinks:
                    walk_dirs.append(entry.path)
                else:
                    try:
                        if not entry.is_symlink():
                            walk_dirs.append(entry.path)
                    except OSError:
                        walk_dirs.append(entry.path)
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = path.join(top, dirname)
                if followlinks or not path.islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack.extend(reversed(walk_dirs))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like `walk`, with a descriptor of each directory as fourth item, which is open until the next step."""
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    top = fspath(top)
    stat(top, follow_symlinks=follow_symlinks)
    if not path.isdir(top) or path.islink(top) and not follow_symlinks:
        return
    for root, dirs, files in walk(top, topdown, onerror, follow_symlinks):
        try:
            fd = open(root, O_RDONLY | O_DIRECTORY)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        try:
            yield root, dirs, files, fd
        finally:
            close(fd)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def popen(cmd, mode="r", buffering=-1):
    """A pipe to or from a command."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    read_end, write_end = pipe()
    ours, theirs = (read_end, write_end) if mode == "r" else (write_end, read_end)
    sys.stdout.flush()
    try:
        moved = [(POSIX_SPAWN_DUP2, theirs, 1 if mode == "r" else 0)]
        pid = posix_spawn("/bin/sh", ["/bin/sh", "-c", cmd], environ._data, file_actions=moved)
    except BaseException:
        close(ours)
        raise
    finally:
        close(theirs)
    return _wrap_close(fdopen(ours, mode, buffering), pid)


class _wrap_close:
    """A pipe whose `close` waits for the command and tells its exit status."""

    def __init__(self, stream, pid):
        self._stream = stream
        self._pid = pid
        self._status = 0

    def close(self):
        self._stream.close()
        if self._pid is not None:
            pid, self._pid = self._pid, None
            returncode = waitstatus_to_exitcode(waitpid(pid, 0)[1])
            # As a wait status; a signal's number keeps its sign.
            self._status = returncode << 8
        return self._status or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def _exec(file, args, env=None):
    if path.dirname(file):
        if env is None:
            execv(file, args)
        else:
            execve(file, args, env)
        return
    saved = None
    for directory in map(fsencode if isinstance(file, bytes) else fsdecode, get_exec_path(env)):
        try:
            _exec(path.join(directory, file), args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            saved = saved or error
    raise saved or last


def execl(file, *args):
    """Replaces the process by a program; the arguments are given one by one."""
    execv(file, args)


def execle(file, *args):
    """Like `execl`, with an environment as last argument."""
    execve(file, args[:-1], args[-1])


def execlpe(file, *args):
    """Like `execlp`, with an environment as last argument."""
    execvpe(file, args[:-1], args[-1])


def execlp(file, *args):
    """Like `execl`; the program is looked for."""
    execvp(file, args)


def execvp(file, args):
    """Replaces the process by a program that is looked for."""
    _exec(file, args)


def execvpe(file, args, env):
    """Like `execvp`, with an environment."""
    _exec(file, args, env)


_before_fork, _after_in_parent, _after_in_child = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Functions to call when the process forks: the last registered first before, the first registered first after."""
    given = [(before, _before_fork), (after_in_child, _after_in_child), (after_in_parent, _after_in_parent)]
    if all(function is None for function, _ in given):
        raise TypeError("At least one argument is required.")
    names = ("before", "after_in_child", "after_in_parent")
    for name, (function, _) in zip(names, given):
        if function is not None and not callable(function):
            raise TypeError(f"'{name}' must be callable, not {type(function).__name__}")
    for function, functions in given:
        if function is not None:
            functions.append(function)


def _run_hooks(functions):
    for function in functions:
        try:
            function()
        except BaseException as error:
            import types

            hook = types.SimpleNamespace(
                exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, err_msg=None, object=function
            )
            sys.unraisablehook(hook)


def fork():
    """Fork a child process.

    Return 0 to child process and PID of child to parent process.
    """
    _run_hooks(reversed(_before_fork))
    try:
        pid = _posix.fork()
    except OSError:
        _run_hooks(_after_in_parent)
        raise
    _run_hooks(_after_in_parent if pid else _after_in_child)
    return pid


def forkpty():
    """Fork a new process with a new pseudo-terminal as controlling tty.

    Returns a tuple of (pid, master_fd).
    """
    _run_hooks(reversed(_before_fork))
    try:
        pid, master = _posix.forkpty()
    except OSError:
        _run_hooks(_after_in_parent)
        raise
    _run_hooks(_after_in_parent if pid else _after_in_child)
    return pid, master


P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1


def _spawn(mode, file, args, env, execute):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    pid = fork()
    if not pid:
        # In the child nothing may return.
        try:
            if env is None:
                execute(file, args)
            else:
                execute(file, args, env)
        except BaseException:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        _, status = waitpid(pid, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Runs a program with a list of arguments: its exit code, or at once its number if `mode` is P_NOWAIT."""
    return _spawn(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    """Like `spawnv`, with an environment."""
    return _spawn(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    """Like `spawnv`; the program is looked for."""
    return _spawn(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    """Like `spawnvp`, with an environment."""
    return _spawn(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    """Like `spawnv`, with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Like `spawnl`, with an environment as last argument."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Like `spawnl`; the program is looked for."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Like `spawnlp`, with an environment as last argument."""
    return spawnvpe(mode, file, args[:-1], args[-1])


__all__.extend([
    "P_NOWAIT", "P_NOWAITO", "P_WAIT", "execl", "execle", "execlp", "execlpe", "execvp", "execvpe", "spawnl", "spawnle",
    "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe", "supports_bytes_environ", "supports_dir_fd",
    "supports_effective_ids", "supports_fd", "supports_follow_symlinks",
])
for _each in ("fork", "forkpty", "register_at_fork"):
    if _each not in __all__:
        __all__.append(_each)
del _each
