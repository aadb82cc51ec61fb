import errno
import os
import sys

r, w = os.pipe()
print(os.write(w, b"hello"), os.read(r, 3), os.read(r, 100), os.isatty(r), os.get_inheritable(r))
os.close(w)
print(os.read(r, 10))
os.close(r)
for call in ("os.read(r, 1)", "os.close(r)", "os.write(1, 'x')", "os.read(0, -1)", "os.dup(999)", "os.fstat(999)", "os.get_terminal_size(999)", "os.lseek(999, 0, 0)", "os.fsync(999)", "os.read('x', 1)", "os.close(2**40)", "os.isatty(999)", "os.kill(os.getpid(), 999)", "os.putenv('a=b', 'c')", "os.environ['x'] ", "os.environ[5]", "os.urandom(-1)", "os.strerror(5)", "os.waitstatus_to_exitcode(256)", "os.WEXITSTATUS(512)", "os.strerror(99999)"):
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
path = f"/tmp/anthill-fd-{os.getpid()}"
fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b"0123456789"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.lseek(fd, -1, os.SEEK_END))
os.ftruncate(fd, 4)
print(os.fstat(fd).st_size, os.stat(fd).st_size)
fd2 = os.dup(fd)
os.lseek(fd, 0, 0)
print(os.read(fd2, 10), fd2 != fd)
with os.fdopen(fd, "w") as f:
    f.write("ab")
os.lseek(fd2, 0, 0)
print(os.read(fd2, 10))
os.close(fd2)
os.remove(path)
try:
    os.open(path, os.O_RDONLY)
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno], os.strerror(e.errno), e.filename == path)
print(type(os.getpid()), os.getppid() > 0, len(os.urandom(16)), os.urandom(0), os.cpu_count() > 0, os.name, os.sep, os.linesep, os.devnull)
os.environ["ANTHILL_TEST"] = "välue"
print(os.environ["ANTHILL_TEST"], os.getenv("ANTHILL_TEST"), os.environb[b"ANTHILL_TEST"], os.getenv("nope"), os.getenv("nope", 3))
sys.stdout.flush()
print(os.system("echo from the shell: $ANTHILL_TEST; exit 3") >> 8)
del os.environ["ANTHILL_TEST"]
print("ANTHILL_TEST" in os.environ, os.environ.get("ANTHILL_TEST"), os.system("test -z $ANTHILL_TEST"))
try:
    os.environ["ANTHILL_TEST"] = 5
except TypeError as e:
    print(e)
try:
    del os.environ["ANTHILL_TEST"]
except KeyError as e:
    print(repr(e))
old = os.umask(0o22)
print(oct(os.umask(old)))
u = os.uname()
print(u.sysname, len(u), u[0] == u.sysname, len(os.times()), len(os.getloadavg()))
print(errno.EAGAIN, errno.EWOULDBLOCK, errno.errorcode[11], errno.ENOTSUP, len(errno.errorcode) > 120)
print(BlockingIOError(errno.EAGAIN, "x"), type(OSError(errno.EPIPE, "p")), OSError(errno.ENOENT, os.strerror(2), "f", None, "g"))
print(os.path.join("a", "b"), os.path is sys.modules["os.path"], os.path.splitext("x.tar.gz"), os.path.expandvars("$PATH") == os.environ["PATH"])
print(os.get_exec_path({"PATH": "/a:/b"}), os.curdir, os.extsep, os.SEEK_END, os.O_RDONLY, os.EX_USAGE, os.F_OK)
sys.stdout.flush()
sys.stderr.flush()
os._exit(7)
