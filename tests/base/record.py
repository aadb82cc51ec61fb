"""Records the expectations for tests/base from CPython 3.13.

    python3.13 tests/base/record.py [--scale N] [--out FOLDER]

Every table is a text file of lines `function TAB argument… TAB result`. Text is written as
Python's ascii() of it without the quotes, so that every line is ASCII and splits at tabs.
A larger scale makes more random cases: point ANTHILL_BASE_DATA at the folder to run on them.
"""

import argparse
import importlib
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "recorders"))


def main():
    assert sys.version_info[:2] == (3, 13), "the expectations are those of CPython 3.13"
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "data")
    parser.add_argument("tables", nargs="*")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sys.set_int_max_str_digits(0)
    sys.dont_write_bytecode = True
    for file in sorted((HERE / "recorders").glob("*.py")):
        if options.tables and file.stem not in options.tables:
            continue
        recorder = importlib.import_module(file.stem)
        lines = recorder.lines(random.Random(20240917), options.scale)
        with open(options.out / (file.stem + ".txt"), "w", encoding="ascii", newline="\n") as out:
            for line in lines:
                fields = [ascii(field)[1:-1] for field in line]
                out.write("\t".join(fields) + "\n")


if __name__ == "__main__":
    main()
