"""Records what CPython 3.13 answers to the command lines of tests/command_line/cases.txt, into that file.

Usage: python3.13 tests/record_command_line.py [PYTHON]

A case is a line `# what it shows`, a shell command in which $PY is the interpreter (it may take several lines), and the
recorded answer: `-> exit code`, lines of standard output behind `|`, the last line of standard error behind `!`. A case
whose answer begins with `~ reason` differs on purpose and is left as it is.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent / "command_line"


def read_cases(text):
    """(title, command, answer lines) of each case."""
    for block in re.split(r"^(?=# )", text, flags=re.M):
        if not block.strip():
            continue
        title, *lines = block.rstrip("\n").split("\n")
        answer = next((i for i, line in enumerate(lines) if line.startswith(("-> ", "~ "))), len(lines))
        yield title[2:], "\n".join(lines[:answer]), lines[answer:]


def answer(python, command):
    folder = pathlib.Path(tempfile.mkdtemp()).resolve()
    try:
        shutil.copytree(ROOT / "fixture", folder / "fixture")
        place = folder / "fixture"
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder), "PY": python}
        done = subprocess.run(["/bin/sh", "-c", command], cwd=place, env=environment, capture_output=True, stdin=subprocess.DEVNULL)
        def clean(raw):
            return raw.replace(str(place).encode(), b"DIR").replace(python.encode(), b"PYTHON").replace(b"`python -h'", b"`anthill -h'")
        out, err = clean(done.stdout), clean(done.stderr)
        lines = [f"-> {done.returncode if done.returncode >= 0 else 128 - done.returncode}"]
        if out:
            lines += ["|" + line for line in show(out).split("\n")]
        last = err.rstrip(b"\n").split(b"\n")[-1]
        if last:
            lines.append("!" + show(last))
        return lines
    finally:
        shutil.rmtree(folder)


def show(raw):
    return raw.decode("utf-8", "backslashreplace").replace("\x1b", "\\x1b")


def main():
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    path = ROOT / "cases.txt"
    out = []
    for title, command, old in read_cases(path.read_text()):
        keep = old and old[0].startswith("~ ")
        out.append("\n".join(["# " + title, command, *(old if keep else answer(python, command))]) + "\n")
    path.write_text("".join(out))


if __name__ == "__main__":
    main()
