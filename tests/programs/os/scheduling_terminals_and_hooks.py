# runs: plain leaks; child processes and descriptors need no stress
import os

HERE = f"/tmp/anthill-os-scheduling-terminals-and-hooks-{os.getpid()}"
os.makedirs(HERE)
os.chdir(HERE)


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return type(e).__name__, str(e)


p = os.sched_param(0); print(p, p.sched_priority, os.sched_getparam(0), os.sched_setparam(0, p), t(os.sched_setparam, 0, 5), os.sched_param(sched_priority=3))
print(isinstance(os.sched_getaffinity(0), set), os.sched_setaffinity(0, os.sched_getaffinity(0)), t(os.sched_setaffinity, 0, [-1]), t(os.sched_setaffinity, 0, 5), t(os.sched_setaffinity, 0, []))
print(os.getpgid(0) == os.getpgrp(), t(os.getpgid, 999999), os.getsid(0) >= 0, os.getresuid() == (os.getuid(),)*3, os.getresgid() == (os.getgid(),)*3)
print(isinstance(os.getgroups(), list), os.getgrouplist("root", 0)[:1])
print(os.ctermid())
a, b = os.openpty()
print(os.isatty(a), os.isatty(b), os.ttyname(b) == os.ptsname(a), os.get_inheritable(a))
os.makedirs("w/x", exist_ok=True); open("w/x/q", "w").close(); open("w/1", "w").close()
print([(a, b, c, isinstance(e, int)) for a, b, c, e in os.fwalk("w")], [(a, b, c) for a, b, c, e in os.fwalk("w", topdown=False)])
st = os.stat("w")
print(t(setattr, st, "st_mode", 1), t(setattr, st, "st_atime_ns", 1), os.stat_result.st_blocks.__class__.__name__)
log = []
os.register_at_fork(before=lambda: log.append("b1"), after_in_parent=lambda: log.append("p1")); os.register_at_fork(before=lambda: log.append("b2"), after_in_parent=lambda: log.append("p2"))
print(t(os.register_at_fork), t(os.register_at_fork, before=5))
print(end='', flush=True); pid = os.fork()
if not pid: os._exit(0)
os.wait(); print(log)
fd = os.open("w/1", os.O_RDONLY)
dfd = os.open("w", os.O_RDONLY); os.fchdir(dfd); print(os.path.basename(os.getcwd()), t(os.fchdir, fd)); os.chdir("..")
print(os.CLD_EXITED, os.MFD_HUGE_1GB, os.O_FSYNC, os.P_NOWAIT, os.ST_RDONLY, os.XATTR_SIZE_MAX)
print(os.error is OSError)

os.chdir("/")
for root, folders, files in os.walk(HERE, topdown=False):
    for name in files:
        os.unlink(os.path.join(root, name))
    os.rmdir(root)
