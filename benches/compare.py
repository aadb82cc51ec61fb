#!/usr/bin/env python3
"""Runs benches/programs on Anthill and on CPython 3.11 and 3.13 where they are found, and compares.

    python3 benches/compare.py [--rounds N] [--anthill PATH] [--scale PERCENT] [PROGRAM ...]

Runs are interleaved, and the figure of a program is the minimum of its CPU times (user and system) over the rounds, so
that other load disturbs little. Outputs must be equal. Ratios say how many times as fast as that CPython Anthill is;
of memory (peak resident size), what share of it Anthill takes. The exit code is 1 if a program failed or differed.
"""

import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile

TIME = "/usr/bin/time"
HERE = os.path.dirname(os.path.abspath(__file__))

# Programs whose time goes to the interpreter's own work, not to the builtin types' methods.
INTERPRETER_BOUND = {
    "attributes", "calls", "closures", "exceptions", "float_loop", "generators", "instances", "int_loop", "kwargs",
    "match_statement", "methods", "nbody", "nested_lists", "parser", "queens", "trees", "unpacking",
}


def find_python(version, candidates):
    """The first of the candidates that is a CPython of that version."""
    for candidate in candidates:
        path = shutil.which(candidate) or (candidate if os.access(candidate, os.X_OK) else None)
        if path is None:
            continue
        probe = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)"
        done = subprocess.run([path, "-c", probe], capture_output=True, text=True)
        words = done.stdout.split()
        # The executable itself: a shim in between would be measured with it.
        if done.returncode == 0 and words and words[0] == version:
            return words[1]
    return None


def run(command, limit):
    """(CPU seconds, peak resident KiB, output, exit status) of a command; its errors are shown."""
    env = dict(os.environ, PYTHONHASHSEED="0")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.NamedTemporaryFile("r") as peak:
        command = ["timeout", "-k", "1", str(limit)] + command
        # A child's own peak counts this process's memory before exec; GNU time, being small, hides that.
        if os.access(TIME, os.X_OK):
            command = [TIME, "-q", "-f", "%M", "-o", peak.name] + command
        child = subprocess.Popen(command, stdout=out, stderr=err, env=env)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode != 0:
            sys.stderr.write(err.read().decode(errors="replace")[-2000:])
        resident = int(peak.read().strip() or usage.ru_maxrss)
        # `timeout` and `time` themselves take about 1 ms and less memory than any Python.
        return usage.ru_utime + usage.ru_stime, resident, out.read(), child.returncode


def start_up(command):
    """The CPU seconds of a command that does next to nothing: started directly, with no wrapper to be measured too."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime


def mean(values):
    """The geometric mean; 0 of nothing."""
    product, values = 1.0, list(values)
    for value in values:
        product *= value ** (1 / len(values))
    return product if values else 0.0


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--anthill", default=os.path.join(HERE, "..", "target", "release", "anthill"))
    options.add_argument("--scale", type=int, default=None, help="the size handed to each program")
    options.add_argument("--limit", type=int, default=60, help="seconds a run may take")
    options.add_argument("programs", nargs="*")
    options = options.parse_args()

    home = os.path.expanduser("~/.pyenv/versions")
    engines = {"anthill": os.path.abspath(options.anthill)}
    for version, name in (("3.11", "3.11"), ("3.13", "3.13")):
        candidates = [f"/usr/bin/python{version}", *sorted(glob.glob(f"{home}/{version}.*/bin/python{version}")),
                      f"python{version}"]
        path = find_python(version, candidates)
        if path:
            engines[name] = path
    for name, path in engines.items():
        print(f"{name:8} {path}")
    rivals = [name for name in engines if name != "anthill"]

    paths = sorted(glob.glob(os.path.join(HERE, "programs", "*.py")))
    if options.programs:
        paths = [p for p in paths if os.path.splitext(os.path.basename(p))[0] in options.programs]
    arguments = [] if options.scale is None else [str(options.scale)]
    print(f"\n{'seconds':18}" + "".join(f"{name:>9}" for name in engines)
          + "".join(f"{'x ' + name:>9}" for name in rivals) + "".join(f"{'MB ' + name:>9}" for name in engines))
    speed, memory, failed = {}, {}, []
    for path in paths:
        program = os.path.splitext(os.path.basename(path))[0]
        seconds, peak, outputs = {}, {}, {}
        for _ in range(options.rounds):
            for name, engine in engines.items():
                time, resident, output, status = run([engine, path] + arguments, options.limit)
                seconds[name] = min(seconds.get(name, time), time)
                peak[name] = min(peak.get(name, resident), resident)
                outputs[name] = (status, output)
        if outputs["anthill"][0] != 0 or any(outputs[name] != outputs["anthill"] for name in rivals):
            failed.append(program)
            print(f"{program:18} " + ("FAILED" if outputs["anthill"][0] else "DIFFERS"))
            continue
        for name in rivals:
            speed[program, name] = seconds[name] / seconds["anthill"]
            memory[program, name] = peak["anthill"] / peak[name]
        print(f"{program:18}" + "".join(f"{seconds[name]:9.3f}" for name in engines)
              + "".join(f"{speed[program, name]:9.2f}" for name in rivals)
              + "".join(f"{peak[name] / 1024:9.1f}" for name in engines), flush=True)

    print()
    for name in rivals:
        every = mean(value for (_, rival), value in speed.items() if rival == name)
        bound = mean(v for (p, rival), v in speed.items() if rival == name and p in INTERPRETER_BOUND)
        resident = mean(value for (_, rival), value in memory.items() if rival == name)
        slower = [p for (p, rival), value in speed.items() if rival == name and value < 1]
        print(f"against {name}: {every:.2f} times as fast over all, {bound:.2f} interpreter-bound, "
              f"{resident:.2f} of the memory; slower: {', '.join(slower) or 'none'}")

    with tempfile.NamedTemporaryFile(suffix=".py") as empty:
        start = {}
        for _ in range(max(20, options.rounds)):
            for name, engine in engines.items():
                time = start_up([engine, empty.name])
                resident = run([engine, empty.name], options.limit)[1]
                before = start.get(name, (time, resident))
                start[name] = (min(before[0], time), min(before[1], resident))
    for name, (time, resident) in start.items():
        print(f"start-up of {name}: {time * 1000:.1f} ms CPU, {resident / 1024:.1f} MB resident")
    if failed:
        print("failed or different:", ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
