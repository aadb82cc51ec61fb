# runs: plain leaks; child processes and descriptors need no stress
import os

HERE = f"/tmp/anthill-os-bytes-between-descriptors-{os.getpid()}"
os.makedirs(HERE)
os.chdir(HERE)


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return type(e).__name__, str(e)


def show(name, *a, **k):
    print(name, a, k, t(getattr(os, name), *a, **k))


# pipes
r, w = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
print(os.get_blocking(r), t(os.read, r, 5)); os.set_blocking(r, True); print(os.get_blocking(r))
print(os.writev(w, [b"ab", b"", b"cde"]), os.read(r, 10)); os.close(r); os.close(w)

try: os.writev(1, ["x"])
except TypeError as e: print(e)
fd = os.open("f", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print(os.pwrite(fd, b"hello world", 0), os.pread(fd, 5, 6), os.pwritev(fd, [b"X", b"Y"], 2), os.pread(fd, 20, 0), os.lseek(fd, 0, os.SEEK_CUR))
print(t(os.pread, fd, -1, 0), t(os.pread, 999, 1, 0))
print(t(os.posix_fallocate, fd, 0, 100), os.fstat(fd).st_size, t(os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_DONTNEED))
print(t(os.lockf, fd, os.F_TLOCK, 10), t(os.lockf, fd, os.F_ULOCK, 10), t(os.lockf, fd, 99, 10))
os.ftruncate(fd, 11)
g = os.open("g", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print(t(os.sendfile, g, fd, 0, 5), os.pread(g, 10, 0), t(os.sendfile, g, fd, None, 5), t(os.copy_file_range, fd, g, 4, 0, 0))

os.chdir("/")
for root, folders, files in os.walk(HERE, topdown=False):
    for name in files:
        os.unlink(os.path.join(root, name))
    os.rmdir(root)
