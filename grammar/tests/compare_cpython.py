"""Compares the trees of Anthill's parser with those of the CPython 3.13 that runs this script.

    python3.13 grammar/tests/compare_cpython.py DUMP_AST [FILE_OR_FOLDER ...]

DUMP_AST is the built example, `cargo build --release -p anthill-grammar --example dump_ast`.
Without further arguments the `*.py` files of CPython's own library are compared, `test/`
included. A file that CPython rejects must be rejected; one whose encoding Anthill does not know
is counted apart. Exits with 1 on any difference.
"""

import ast
import pathlib
import subprocess
import sys
import sysconfig
import warnings


def expected(path):
    """The dump of a file, or None if CPython rejects it."""
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return None
    return ast.dump(tree, include_attributes=True)


def show(path, ours, theirs):
    """Prints the place at which two dumps part."""
    same = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    print(f"DIFFERENT {path}")
    print("  ours  ", ours[max(0, same - 200):same + 100])
    print("  theirs", theirs[max(0, same - 200):same + 100])


def main():
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(0)
    program, *roots = sys.argv[1:]
    roots = [pathlib.Path(root) for root in roots] or [pathlib.Path(sysconfig.get_path("stdlib"))]
    files = []
    for root in roots:
        files += sorted(root.rglob("*.py")) if root.is_dir() else [root]
    process = subprocess.Popen([program, "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    counts = dict(equal=0, rejected=0, encoding=0, different=0)
    for path in files:
        process.stdin.write(f"{path}\n".encode())
        process.stdin.flush()
        word, length = process.stdout.readline().split()
        text = process.stdout.read(int(length)).decode()
        theirs = expected(path)
        if theirs is None and word == b"error":
            counts["rejected"] += 1
        elif theirs == text:
            counts["equal"] += 1
        elif "SyntaxError: encoding problem: " in text or "SyntaxError: unknown encoding: " in text:
            counts["encoding"] += 1
        else:
            counts["different"] += 1
            show(path, text, theirs or "(rejected)")
    process.stdin.close()
    process.wait()
    print(f"{len(files)} files: {counts['equal']} equal, {counts['rejected']} rejected by both, "
          f"{counts['encoding']} in another encoding, {counts['different']} different")
    return counts["different"] > 0


sys.exit(main())
