import os
import stat

top = f"/tmp/anthill-os-{os.getpid()}"
os.mkdir(top)
here = os.getcwd()
os.chdir(top)
print(os.getcwd() == os.path.realpath(top), os.listdir(), os.path.isdir("."), os.path.exists("nope"))
os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
try:
    os.makedirs("a/b/c")
except FileExistsError as e:
    print(e.errno, e.strerror, e.filename, e.filename2, e.args, str(e))
with open("a/f.txt", "w") as f:
    f.write("hello\n")
print(sorted(os.listdir("a")), sorted(os.listdir(b"a")), os.path.getsize("a/f.txt"), os.path.isfile("a/f.txt"))
s = os.stat("a/f.txt")
print(s.st_size, s[6], len(s), stat.S_ISREG(s.st_mode), stat.filemode(s.st_mode & ~0o022), s.st_nlink, type(s.st_mtime), type(s.st_mtime_ns), type(s[8]))
print(s.st_mtime_ns // 10**9 == int(s.st_mtime) == s[8], repr(s).startswith("os.stat_result(st_mode=33"), s.st_uid == os.getuid())
os.chmod("a/f.txt", 0o600)
print(oct(stat.S_IMODE(os.stat("a/f.txt").st_mode)), os.access("a/f.txt", os.R_OK | os.W_OK), os.access("nope", os.F_OK))
os.utime("a/f.txt", (1000000000, 1000000001.5))
s = os.stat("a/f.txt")
print(s.st_atime, s.st_mtime, s.st_mtime_ns)
os.utime("a/f.txt", ns=(5, 7))
print(os.stat("a/f.txt").st_mtime_ns, os.path.getmtime("a/f.txt"))
os.rename("a/f.txt", "a/g.txt")
os.replace("a/g.txt", "a/b/h.txt")
os.symlink("b/h.txt", "a/link")
os.link("a/b/h.txt", "a/hard")
print(os.readlink("a/link"), os.path.islink("a/link"), os.path.samefile("a/link", "a/hard"), os.lstat("a/link").st_size, os.stat("a/hard").st_nlink)
print([(d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk("a")])
print([(d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk("a", topdown=False)])
with os.scandir("a") as it:
    for entry in sorted(it, key=lambda e: e.name):
        print(entry, entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_file(follow_symlinks=False), entry.stat().st_size, os.fspath(entry), entry.inode() == os.lstat(entry.path).st_ino)
os.truncate("a/hard", 2)
print(open("a/hard").read(), os.path.getsize("a/link"))
for call in ("os.rmdir('a')", "os.remove('a')", "os.unlink('zz')", "os.rename('zz', 'yy')", "os.mkdir('a')", "os.listdir('zz')", "os.stat('zz')", "os.chdir('zz')", "os.readlink('a')", "os.symlink('x', 'a')", "os.stat(None)", "os.mkdir(5)", "os.listdir(1.5)", "os.remove('a\\0b')", "os.stat('a\\0')", "os.rmdir()", "os.open('zz', os.O_RDONLY)", "os.scandir('zz')", "os.fspath(5)", "os.rename('a', 'a/b/zz')", "os.stat(99)", "os.utime('zz')", "os.chmod('zz', 0)", "os.truncate('zz', 0)", "os.link('zz', 'q')", "os.access(None, 0)"):
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
print(os.path.exists("a\0"), os.path.isfile(""), os.path.lexists("a/link"))
for path in ("a/link", "a/hard", "a/b/h.txt"):
    os.remove(path)
os.removedirs("a/b/c")
print(os.listdir("."))
os.mkfifo("pipe")
print(stat.S_ISFIFO(os.stat("pipe").st_mode))
os.remove("pipe")
os.mkdir("é日")
print(os.listdir("."), os.listdir(b"."), os.fsencode("é"), ascii(os.fsdecode(b"\xff")), os.fsencode("\udcff"))
os.rmdir("é日")


class P:
    def __fspath__(self):
        return "pathlike"


open(P(), "w").close()
print(os.listdir(), os.path.join(P(), "x"), os.stat(P()).st_size, isinstance(P(), os.PathLike), os.fspath(P()))
os.remove(P())
os.chdir(here)
os.rmdir(top)
