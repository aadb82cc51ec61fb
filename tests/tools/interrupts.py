#!/usr/bin/env python3
"""How long long native work goes on after Ctrl-C: it is to become a KeyboardInterrupt within 100 ms.

    python3 tests/tools/interrupts.py                        all rows of interrupts.txt (about an hour)
    python3 tests/tools/interrupts.py str.join "int x|y"     rows whose names contain one of these
    python3 tests/tools/interrupts.py --anthill PATH         another binary than target/release/anthill
    python3 tests/tools/interrupts.py --signals 30           more moments for each row (otherwise 8)

It is run by hand: it needs up to 8 GB and a machine that does little else. Each row is a statement on huge data, run by
a process of its own. The statement is run once undisturbed, then once for each signal; the signals are spread over the
undisturbed time, at random within equal parts, and one comes just before the end. What counts is the processor time of
the process between the signal and the first line of the `except` clause, so that other processes count less. A row's
figures are the undisturbed time, the worst delay and the moment it was found at; `!` marks what is beyond the limit, after
it was measured again.
"""

import argparse
import os
import random
import select
import signal
import subprocess
import sys
import time

LIMIT = 0.1
LONGEST = 4.0
HERE = os.path.dirname(os.path.abspath(__file__))

# What each row may use. The child reads a line for each run and answers with lines of its own.
PROGRAM = """
import sys, os, time
def ascii(n): return "spam, ham " * (n // 10)
def latin(n): return "sp\\xe4m, ham " * (n // 10)
def wide(n): return "sp\\u0430m, ham " * (n // 10)
def full(n): return "sp\\U0001f41cm, ham " * (n // 10)
def raw(n): return b"spam, ham " * (n // 10)
def bits(n): return int.from_bytes(b"\\x9d\\x35\\xe1\\x6b\\x8f\\x52\\x47" * (n // 56), "big")
class Plain:
    pass
class Same:
    def __init__(self, value): self.value = value
    def __eq__(self, other): return self.value == other.value
    def __lt__(self, other): return self.value < other.value
    def __hash__(self): return hash(self.value)
def settle(): pass
def report(word, *values):
    os.write(1, (" ".join([word, *map(repr, values)]) + "\\n").encode())
try:
    exec(sys.argv[1])
    report("ready")
except BaseException as error:
    report("failed", error)
while os.read(0, 1):
    try:
        {each}
        start = time.monotonic()
        report("start", start)
        try:
            {statement}
            settle()
        except KeyboardInterrupt:
            end, used = time.monotonic(), time.process_time()
            report("interrupted", end, used)
        else:
            report("done", time.monotonic() - start)
    except KeyboardInterrupt:
        report("late")
    except BaseException as error:
        report("failed", type(error), str(error)[:200])
"""


class Failure(Exception):
    pass


class Child:
    """A process that runs a row's statement whenever it is told to."""

    def __init__(self, anthill, row):
        program = PROGRAM.replace("{each}", row.each.replace("\n", "\n        ") or "pass")
        program = program.replace("{statement}", row.statement.replace("\n", "\n            "))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen([anthill, "-c", program, row.setup], **pipes)
        self.clock = (~self.process.pid << 3) | 2
        self.rest = b""

    def line(self, seconds):
        """The next line's words; None if there is none in time."""
        until = time.monotonic() + seconds
        while b"\n" not in self.rest:
            if not select.select([self.process.stdout], [], [], max(0.0, until - time.monotonic()))[0]:
                return None
            part = os.read(self.process.stdout.fileno(), 4096)
            if not part:
                raise Failure("ended: " + self.process.stderr.read().decode(errors="replace")[-300:])
            self.rest += part
        line, self.rest = self.rest.split(b"\n", 1)
        words = line.decode(errors="replace").split()
        if words[0] == "failed":
            raise Failure(" ".join(words[1:])[:300])
        return words

    def go(self):
        """Starts the statement; its start on the monotonic clock."""
        os.write(self.process.stdin.fileno(), b"\n")
        words = self.line(120.0)
        if words is None:
            raise Failure("does not start")
        return float(words[1])

    def interrupt(self, after):
        """The delay of an interrupt so many seconds after the start; 0 if the statement ended before."""
        start = self.go()
        if self.line(max(0.0, start + after - time.monotonic())) is not None:
            return 0.0
        used, sent = time.clock_gettime(self.clock), time.monotonic()
        os.kill(self.process.pid, signal.SIGINT)
        words = self.line(60.0)
        if words is None:
            raise Failure("goes on for a minute after the signal")
        if words[0] == "done":
            words = self.line(60.0)
        if words is None or words[0] == "late":
            return 0.0
        return min(float(words[2]) - used, float(words[1]) - sent)

    def end(self):
        self.process.kill()
        self.process.communicate()


class Row:
    def __init__(self, area, line):
        parts = [part.replace(" |> ", "\n").strip() for part in line.split(" ;; ")]
        self.statement = parts[-1]
        self.setup = parts[0] if len(parts) > 1 else ""
        self.each = parts[1] if len(parts) > 2 else ""
        self.name = area + " | " + line

    def measure(self, anthill, signals):
        """(undisturbed time, worst delay, its moment)."""
        child = Child(anthill, self)
        try:
            if child.line(300.0) is None:
                raise Failure("is not set up in five minutes")
            start = child.go()
            words = child.line(LONGEST)
            if words is None:
                whole = LONGEST
                os.kill(child.process.pid, signal.SIGINT)
                if child.line(60.0) is None:
                    raise Failure("goes on for a minute after the signal")
            else:
                whole = float(words[1])
            if whole < LIMIT:
                return whole, 0.0, 0.0
            span = min(whole, 2.5)
            moments = [span * (i + random.random()) / signals for i in range(signals)] + ([0.97 * whole] if whole < LONGEST else [])
            found = [(child.interrupt(moment), moment) for moment in moments]
            worst, moment = max(found)
            if worst > LIMIT:
                # Others may have had the machine, or its memory: the least of three counts.
                near = [child.interrupt(moment * factor) for factor in (1.0, 0.98, 1.02)]
                worst = min(worst, max(near)) if max(near) < LIMIT else worst
            return whole, worst, moment
        finally:
            child.end()


def rows():
    area = ""
    with open(os.path.join(HERE, "interrupts.txt"), encoding="utf-8") as file:
        for line in file:
            line = line.rstrip()
            if line.startswith("["):
                area = line.strip("[]")
            elif line and not line.startswith("#"):
                yield Row(area, line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", help="measure rows whose names contain one of these")
    parser.add_argument("--anthill", default=os.path.join(HERE, "../../target/release/anthill"), metavar="PATH")
    parser.add_argument("--signals", type=int, default=8, metavar="COUNT")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    marked = 0
    for row in rows():
        if options.words and not any(word in row.name for word in options.words):
            continue
        try:
            whole, worst, moment = row.measure(options.anthill, options.signals)
        except Failure as failure:
            print(f"?                          {row.name}: {failure}", flush=True)
            marked += 1
            continue
        mark = "!" if worst > LIMIT else " "
        marked += worst > LIMIT
        print(f"{mark} {whole * 1000:7.0f} ms {worst * 1000:6.0f} ms at {moment * 1000:5.0f}  {row.name}", flush=True)
    sys.exit(marked > 0)


if __name__ == "__main__":
    main()
