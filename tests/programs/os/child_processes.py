# runs: plain leaks; child processes and descriptors need no stress
import os

HERE = f"/tmp/anthill-os-child-processes-{os.getpid()}"
os.makedirs(HERE)
os.chdir(HERE)


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return type(e).__name__, str(e)


def show(name, *a, **k):
    print(name, a, k, t(getattr(os, name), *a, **k))


# fork, wait
print(end='', flush=True)
pid = os.fork()
if pid == 0:
    os._exit(7)
p, st = os.waitpid(pid, 0)
print(p == pid, os.WIFEXITED(st), os.WEXITSTATUS(st), os.waitstatus_to_exitcode(st), os.WCOREDUMP(st), os.WIFCONTINUED(st))
print(end='', flush=True)
pid = os.fork()
if pid == 0: os._exit(3)
r = os.wait4(pid, 0)
print(len(r), r[1], type(r[2]).__name__, len(r[2]), r[2].ru_nswap)
print(end='', flush=True)
pid = os.fork()
if pid == 0: os._exit(5)
w = os.waitid(os.P_PID, pid, os.WEXITED)
print(w.si_pid == pid, w.si_status, w.si_code == os.CLD_EXITED, w.si_signo, len(w))
show("wait"); show("waitpid", 999999, 0)
for a in [("x",), ()]: show("waitpid", *a)
print(t(os.posix_spawn, "/bin/true", [], {}), t(os.posix_spawn, "/bin/true", "x", {}), t(os.posix_spawn, "/bin/true", [""], {}), t(os.posix_spawn, "/nope", ["x"], {}))
print(end='', flush=True)
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "echo spawned $X; exit 4"], {"X": "y"}); print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
o = os.open("out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
pid = os.posix_spawnp("echo", ["echo", "hi"], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, o, 1)]); os.waitpid(pid, 0); print(open("out").read())
print(t(os.posix_spawn, "/bin/true", ["x"], {}, file_actions=[(9,)]), t(os.posix_spawn, "/bin/true", ["x"], {}, file_actions=[5]), t(os.posix_spawn, "/bin/true", ["x"], {}, setsigmask=[99]))
print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 9"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "kill -9 $$"), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $Z", {"Z": "6"}))
f = os.popen("echo a; echo b; exit 2"); print(list(f), f.close())
with os.popen("cat > piped", "w") as f: f.write("through")
print(open("piped").read())


os.chdir("/")
for root, folders, files in os.walk(HERE, topdown=False):
    for name in files:
        os.unlink(os.path.join(root, name))
    os.rmdir(root)
