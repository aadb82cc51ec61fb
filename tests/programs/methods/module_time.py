# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module time that do not tell the present, with a few hundred combinations of arguments.
import os
import time

os.environ["TZ"] = "UTC"
time.tzset()

from _lib.probe import ALL, module

EXTRA = ["'%Y-%m-%d %H:%M:%S', (2024, 2, 29, 1, 2, 3, 3, 60, 0)", "'%j %U %w %a %A %b %B %y %%', (2024, 2, 29, 1, 2, 3, 3, 60, 0)", "'%Q', (2024, 1, 1, 0, 0, 0, 0, 1, 0)", "(2024, 13, 1, 0, 0, 0, 0, 1, 0)", "(2024, 1, 1, 0, 0, 0, 0, 1)", "'2024-02-30', '%Y-%m-%d'", "'12', '%H'", "'x', '%Z'",
         "'1 Jan', '%d %b'", "'%', (2024, 1, 1, 0, 0, 0, 0, 1, 0)", "0", "1e10", "-1", "1e30", "(1970, 1, 1, 0, 0, 0, 0, 0, 0)", "(2024, 2, 31, 25, 61, 61, 0, 0, 0)", "(0,) * 9", "(2024, 1, 1, 0, 0, 0, 7, 367, 0)"]
module("time", "asctime ctime gmtime localtime mktime get_clock_info clock_getres".split()[:-2], [each for each in ALL if each not in ("", "None") and not each.startswith("None")], extra=EXTRA)
module("time", ["strptime"], [], extra=EXTRA)
module("time", ["strftime"], ["'%Y', " + each for each in ALL if each], extra=EXTRA)
module("time", ["struct_time"], extra=EXTRA)
