# File names that are longer than any system takes.
import errno
import os

names = ["a" * 5000, "a/" * 50_000, "\xe4" * 100_000, "a" * 300_000, b"a" * 300_000, "/" * 300_000 + "\udcff"]
for name in names:
    print(len(name), os.path.exists(name), os.path.isdir(name), os.path.isfile(name), os.path.lexists(name))
    for function in (os.stat, os.lstat, open, os.listdir, os.mkdir, os.unlink, os.readlink, os.chdir, os.scandir):
        try:
            function(name)
        except OSError as error:
            print(function.__name__, errno.errorcode[error.errno], error.strerror, error.filename == name)
    print(os.access(name, os.F_OK))
    print(len(os.fsencode(name)), os.fspath(name) is name)

for name in ("a" * 300_000 + "\0", b"\0" + b"a" * 300_000, "\xe4" * 100_000 + "\0", "a" * 70_000 + "\0" + "b" * 70_000, "\0"):
    print(len(name), os.path.exists(name), os.path.lexists(name))
    for function in (os.stat, open):
        try:
            function(name)
        except ValueError as error:
            print(function.__name__, error)

try:
    os.stat("a" * 100_000 + "\ud800")
except UnicodeEncodeError as error:
    print(error.start, error.reason)
