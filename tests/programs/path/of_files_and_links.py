import os, os.path as p
top = f"/tmp/anthill-path-{os.getpid()}"; os.makedirs(top + "/d/e"); os.chdir(top)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace(top, "TOP"))
open("f", "w").write("hello"); os.symlink("f", "l"); os.symlink("nowhere", "broken"); os.symlink("d", "ld"); os.symlink("loop", "loop")
for n in ("f", "l", "broken", "d", "ld", "loop", "none", "f/x", "d/", "l/"): print(n, p.exists(n), p.lexists(n), p.isfile(n), p.isdir(n), p.islink(n), p.realpath(n).replace(top, "TOP"))
for n in ("none", "loop"): t(lambda: p.realpath(n, strict=True))
t(lambda: p.getsize("f")); t(lambda: p.getsize("none")); print(p.samefile("f", "l"), p.samefile("f", "d"), p.sameopenfile(os.open("f", 0), os.open("l", 0)), p.getmtime("f") == p.getmtime("l"), p.ismount("/"), p.ismount("d"), p.isjunction("d"), p.isdevdrive("d"))
print(p.abspath("x").replace(top, "TOP"), p.abspath("../q").replace(p.dirname(top), "UP"), p.relpath("d/e", "d"), p.relpath("/a/b", "/a/c/d"), p.relpath("."), p.relpath(b"a", b"b"), p.normpath("a/./b//../../..") , p.normpath("//x"), p.normpath("/../a")); t(lambda: p.relpath("")); t(lambda: p.commonpath([])); t(lambda: p.commonpath(["/a", "b"])); print(p.commonpath(["/a/b/c", "/a/b", "/a/bd"]), p.commonprefix(["abc", "abd"]), p.commonprefix([]))
os.environ["AHX"] = "val"; print(p.expandvars("$AHX/${AHX}x/$NOPE/$$/${/%AHX%"), p.expandvars(b"$AHX"), p.expanduser("~nosuchuser/x"), p.expanduser("a~"));  os.environ["HOME"] = "/h"; print(p.expanduser("~"), p.expanduser("~/q"), p.expanduser(b"~/q"))
print(p.split("/a/b/"), p.split("a"), p.split("//a"), p.splitext("a.b/c"), p.splitext(".x"), p.splitext("..x"), p.splitext("a.b.c"), p.splitroot("//a/b"), p.splitdrive("c:/x"), p.basename("/"), p.dirname("a//b"), p.join("a", "", "b"), p.join("/", "a"), p.isabs("~/a"))
class Path:
    def __init__(self, s): self.s = s
    def __fspath__(self): return self.s
print(p.join(Path("a"), "b"), p.exists(Path("f")), p.basename(Path("x/y")), os.fspath(Path(b"q")), isinstance(Path(""), os.PathLike)); t(lambda: p.join("a", 5)); t(lambda: p.join("a", b"b")); t(lambda: p.exists(None)); t(lambda: p.exists("a\0b")); t(lambda: os.fspath(5)); t(lambda: os.fspath(Path(5))); t(lambda: p.basename(None)); print(p.exists(0), p.exists(9999), p.isdir(b"d"))
with os.scandir(".") as it: print(sorted((e.name, e.is_file(), e.is_dir(), e.is_symlink(), e.is_dir(follow_symlinks=False)) for e in it))
os.chdir("/"); [os.unlink(f"{top}/{n}") for n in ("f", "l", "broken", "ld", "loop")]; os.rmdir(top + "/d/e"); os.rmdir(top + "/d"); os.rmdir(top)
