# runs: plain leaks; child processes and descriptors need no stress
import os

HERE = f"/tmp/anthill-os-limits-owners-and-events-{os.getpid()}"
os.makedirs(HERE)
os.chdir(HERE)


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return type(e).__name__, str(e)


def show(name, *a, **k):
    print(name, a, k, t(getattr(os, name), *a, **k))


fd = os.open("f", os.O_RDWR | os.O_CREAT)
s = os.statvfs("."); print(type(s).__name__, len(s), s.f_namemax, s.n_fields, s.n_sequence_fields, s.f_fsid == s.f_fsid, hasattr(s, "f_fsid"))
print(t(os.fstatvfs, 9999), t(os.statvfs, "nope"), t(os.statvfs, 1.5))
show("chown", "f", -1, -1); show("chown", "f", "a", 1); show("chown", "f", -2, 1); show("chown", "nope", 1, 1)
show("lchown", "f", -1, -1); show("fchown", fd, -1, -1)
show("major", 2049); show("minor", 2049); show("makedev", 8, 1); show("makedev", -1, 0)
show("mknod", "fifo", 0o600 | 0o010000); print(os.stat("fifo").st_mode); os.unlink("fifo")
show("sysconf", "SC_PAGESIZE"); show("sysconf", "nope"); show("sysconf", 1.5); show("sysconf", 99999)
show("confstr", "CS_PATH"); show("pathconf", ".", "PC_NAME_MAX"); show("fpathconf", fd, 3); show("pathconf", "nope", 3)
print(len(os.sysconf_names), os.sysconf_names["SC_CLK_TCK"], list(os.sysconf_names)[:3])
m = os.memfd_create("mem"); os.write(m, b"abc"); print(os.pread(m, 3, 0))
e = os.eventfd(3); print(os.eventfd_read(e), os.eventfd_write(e, 5), os.eventfd_read(e)); show("eventfd", -1)
tf = os.timerfd_create(1); print(os.timerfd_settime(tf, initial=0.25, interval=0.5), os.timerfd_gettime(tf)[1], os.timerfd_settime_ns(tf, initial=0)[1], os.timerfd_gettime_ns(tf))
show("sched_yield"); show("sched_get_priority_max", os.SCHED_RR); show("sched_getscheduler", 0)

os.chdir("/")
for root, folders, files in os.walk(HERE, topdown=False):
    for name in files:
        os.unlink(os.path.join(root, name))
    os.rmdir(root)
