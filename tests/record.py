#!/usr/bin/env python3.13
"""Records what CPython 3.13 prints for the sample programs.

    python3.13 tests/record.py                  all programs that have no record yet
    python3.13 tests/record.py int str/join.py  these folders and files, anew
    python3.13 tests/record.py --check          nothing is written: says whose record is out of date

Standard output goes to NAME.out beside NAME.py. If the program ends with another status than 0, standard error goes to
NAME.err (else an old one is removed), a status above 1 to NAME.status. Programs run in tests/programs; the path of that
folder is cut out of what they print, so that tracebacks show relative paths. String hashes are seeded with 0. A NAME.in
beside a program is its standard input.
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent / "programs"


def programs(names):
    """The programs that the command line means."""
    for name in names or ["."]:
        path = ROOT / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def run(path):
    """(output, errors or None, status above 1 or None) of a program, as bytes."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    source = path.with_suffix(".in")
    result = subprocess.run(
        [sys.executable, str(path.relative_to(ROOT))],
        cwd=ROOT,
        env=environment,
        input=source.read_bytes() if source.exists() else b"",
        capture_output=True,
        timeout=120,
    )
    prefix = os.fsencode(ROOT) + b"/"
    output, errors = result.stdout.replace(prefix, b""), result.stderr.replace(prefix, b"")
    code = result.returncode
    return output, errors if code != 0 else None, b"%d\n" % code if code > 1 else None


def is_library(path):
    """Modules that programs import lie in folders whose name begins with an underscore, and are not run."""
    return any(part.startswith("_") for part in path.relative_to(ROOT).parts)


def main(arguments):
    if sys.version_info[:2] != (3, 13):
        sys.exit("records come from CPython 3.13")
    check = "--check" in arguments
    names = [argument for argument in arguments if argument != "--check"]
    stale = 0
    for path in programs(names):
        files = [path.with_suffix(suffix) for suffix in (".out", ".err", ".status")]
        if is_library(path) or not (names or check) and files[0].exists():
            continue
        results = run(path)
        if check:
            if any(results[i] != (file.read_bytes() if file.exists() else None) for i, file in enumerate(files)):
                print(f"out of date: {path.relative_to(ROOT)}")
                stale += 1
            continue
        for file, content in zip(files, results):
            if content is not None:
                file.write_bytes(content)
            elif file.exists():
                file.unlink()
        print(path.relative_to(ROOT), "" if results[1] is None else "(fails)")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
