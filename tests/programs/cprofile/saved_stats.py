import cProfile
import marshal
import pstats
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work():
    fib(6)
    [].append(len("abc"))


profile = cProfile.Profile()
profile.runcall(work)
profile.create_stats()
again = marshal.loads(marshal.dumps(profile.stats))
print(again == profile.stats)
for (file, line, name), (primitive, calls, own, total, callers) in sorted(again.items()):
    print(file.rpartition("/")[2], line, name, primitive, calls, own <= total)
    for (file, line, name), figures in sorted(callers.items()):
        print("   ", line, name, figures[:2])
profile.snapshot_stats()
print(profile.stats == again)
