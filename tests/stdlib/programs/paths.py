import os, os.path, posixpath, tempfile, sys


def attempt(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except BaseException as error:
        return f"{type(error).__name__} {error}"


PATHS = ["", "/", "//", "///", "a", "a/", "/a", "/a/b", "a/b/c.txt", "//a//b", "///a", ".", "..", "./a", "../a", "/..", "a/../b", "a/./b", "a//b", ".bashrc", "a.b.c", "a.", "..a", "...", "a/.b", "a.b/c", "~", "~/x", "~nobody_here/x", "$HOME/x", "${HOME}", "$", "$$", "${", "${}", "$NOPE", "a$HOME", "é/b", "/a/../../b", b"a/b.c", b"", b"/x/../y", 5, None]
os.environ["HOME"] = "/home/me"
for p in PATHS:
    print(p, [attempt(getattr(os.path, f), p) for f in ("split", "splitext", "basename", "dirname", "isabs", "normpath", "splitdrive", "splitroot", "normcase", "expanduser", "expandvars")])
for args in [("a", "b"), ("a", "/b"), ("a/", "b"), ("", "b"), ("a", ""), ("a", "b", "c/"), (b"a", b"b"), ("a", b"b"), ("a", 5), ("/", "a"), ("a",), (5,)]:
    print(args, attempt(os.path.join, *args))
for args in [("/a/b", "/a/c"), ("/a", "/a"), ("/", "/a"), ("/a/b/c", "/"), ("",), ("/a/b", b"/a")]:
    print(args, attempt(os.path.relpath, *args))
for arg in [["/a/b", "/a/c"], ["/a", "b"], [], ["a/b", "a/bc"], ["/a/./b", "/a/b/c"], [b"/a", b"/b"], ["/a", b"/b"], "abc"]:
    print(arg, attempt(os.path.commonpath, arg), attempt(os.path.commonprefix, arg))
folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)
os.makedirs("x/y/z"); print(attempt(os.makedirs, "x/y"), os.makedirs("x/y", exist_ok=True))
with open("x/file.txt", "w") as f: f.write("hello")
os.symlink("x", "link"); os.symlink("nowhere", "broken"); os.symlink("loop", "loop")
def rel(x): return x.replace(folder, "F") if isinstance(x, str) else x
for p in ["x", "x/file.txt", "link", "broken", "nope", "link/y", "loop", "loop/a", "x/../link/file.txt", "a\0b"]:
    print(p, [rel(attempt(getattr(os.path, f), p)) for f in ("exists", "lexists", "isfile", "isdir", "islink", "ismount", "realpath", "abspath", "getsize")] if p != "x" else os.path.isdir(p))
print(rel(attempt(os.path.realpath, "loop", strict=True)), rel(attempt(os.path.realpath, "nope", strict=True)))
print([(rel(a), sorted(b), sorted(c)) for a, b, c in os.walk(folder)], [(rel(a), sorted(b), sorted(c)) for a, b, c in os.walk(folder, topdown=False)], len(list(os.walk("nope"))), [(rel(a)) for a, b, c in os.walk(folder, followlinks=True)] .__len__())
print(os.path.samefile("x", "link"), os.path.sameopenfile(0, 0), os.path.getmtime("x") > 0)
os.renames("x/file.txt", "new/dir/file.txt"); print(os.path.exists("new/dir/file.txt")); os.remove("new/dir/file.txt"); os.removedirs("new/dir"); print(os.path.exists("new"))
print(os.environ.get("NOPE"), os.getenv("HOME"), "HOME" in os.environ, attempt(lambda: os.environ["NOPE"]), attempt(lambda: os.environ.__setitem__("a", 5)), attempt(lambda: 5 in os.environ))
os.environ["NEW"] = "1"; print(os.environ.pop("NEW"), os.environ.pop("NEW", 3), os.getenvb(b"HOME"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), os.fspath("a"), attempt(os.fspath, 5), isinstance(os.environ.copy(), dict), os.environ.setdefault("Q", "2"), sorted(os.environ.keys())[:0], (os.environ | {"zz": "1"})["zz"])
class P:
    def __fspath__(self): return "x"
print(os.fspath(P()), os.path.isdir(P()), isinstance(P(), os.PathLike), isinstance("a", os.PathLike), os.sep, os.name, os.linesep, os.curdir, os.pathsep, os.path is posixpath, os.get_exec_path({"PATH": "a:b"}), os.get_exec_path({}))
fd = os.open("f", os.O_WRONLY | os.O_CREAT)
with os.fdopen(fd, "w") as f: f.write("x")
print(open("f").read(), attempt(os.fdopen, "x"), [e for e in posixpath.__all__ if not hasattr(posixpath, e)], [e for e in os.__all__ if not hasattr(os, e)])
with os.popen("echo hi") as pipe: print(pipe.read())
print(attempt(os.popen, 5), os.popen("exit 3").close())
