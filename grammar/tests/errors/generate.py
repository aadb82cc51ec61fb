"""Writes table.tsv from cases.txt: for each source that CPython 3.13 refuses, its error.

    python3.13 generate.py

cases.txt holds the sources, separated by lines of three dashes; lines that start with %% are
headings. table.tsv has a row for each: the source (backslash, line end, tab, carriage return and
form feed escaped), class, message, line, column, end line, end column.
"""
import ast
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the table is CPython 3.13's"
here = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}


def error_of(source):
    """The error's fields, or None for a source that parses."""
    try:
        compile(source, "f.py", "exec", ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        place = (e.lineno, e.offset, e.end_lineno, e.end_offset)
        return [type(e).__name__, e.msg, *(str(number or 0) for number in place)]
    except UnicodeDecodeError as e:  # A slip of 3.13: no SyntaxError in a format spec.
        pass
    return None


def main():
    rows = []
    seen = set()
    text = (here / "cases.txt").read_bytes().decode()
    lines = [line for line in text.split("\n") if not line.startswith("%%")]
    for source in "\n".join(lines).split("\n---\n"):
        source = source.replace("<CR>", "\r").replace("<FF>", "\f").replace("<TAB>", "\t")
        source = source.removesuffix("<EOF>")
        if source in seen:
            continue
        seen.add(source)
        error = error_of(source)
        if error is None:
            print("parses:", repr(source))
            continue
        escaped = "".join(ESCAPES.get(c, c) for c in source)
        rows.append("\t".join([escaped, *error]))
    (here / "table.tsv").write_bytes(("\n".join(rows) + "\n").encode())
    print(len(rows), "errors")


if __name__ == "__main__":
    main()
