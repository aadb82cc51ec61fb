# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module os.path that look at no file, with a few hundred combinations of arguments.
from _lib.probe import ALL, module

EXTRA = ["'/a/b.c'", "'a//b/../c/./d/'", "'//a'", "'///a'", "''", "'.bashrc'", "'a.tar.gz'", "'/'", "b'/a/b'", "['/a/b', '/a/c']", "['a/b', '/a']", "[]", "['/a', b'/a']", "'$HOME/x'", "'a\\0b'"]
module("os.path", "basename commonpath commonprefix dirname exists expanduser isabs isdir isfile islink ismount join lexists normcase normpath split splitdrive splitext splitroot".split(),
       [each for each in ALL if not any(word in each for word in ("0", "1", "2", "7", "True", ", ", "=", "*")) and each], extra=EXTRA)
module("os.path", ["join", "commonpath", "relpath"], ["'a', '/b'", "'a/', 'b', ''", "'a', b'b'", "'/a/b', '/a/c'", "'/a', '/a'", "'a', 5", "b'a', 'b'", "", "''", "None"])
