"""Compares Anthill's syntax errors with CPython 3.13's on damaged programs.

    python3.13 mutate.py ANTHILL [SEED] [COUNT]

ANTHILL is the built example `syntax_errors`. The programs are the sources of cases.txt and
statements of the standard library, each with a few tokens or characters deleted, swapped, doubled
or put in. Prints what differs, the most frequent first, and the counts. Compares the
fields of each error and the report that is printed for it.
"""
import ast
import pathlib
import random
import re
import subprocess
import sys
import textwrap
import traceback
import warnings

from generate import ESCAPES, error_of, here

warnings.simplefilter("ignore")
TOKEN = re.compile(
    r"""[rbfu]*"[^"\n]*"|[rbfu]*'[^'\n]*'|\w+|\*\*|//|:=|->|[-+*/<>=!]=|<<|>>|\.\.\.|\n[ ]*|[^\w\s]"""
)
WORDS = """( ) [ ] { } , : . ; = == := + - * ** / -> not and or in is if else elif for while def class
lambda yield await async return try except finally with as import from pass break del raise None
True print match case type x 1 "s" f'{x}' b"y" ... @ ! $ ~ += <> global nonlocal 1.5 2j exec _ case
""".split() + ["\n", "\n    ", "  "]
CHARACTERS = "()[]{}\"'\\:,.=#\n\t é$!@;*+-<>&|^~%/x0 1 aefrbuN_\f`?€"


def seeds(rng):
    text = (here / "cases.txt").read_text(encoding="utf-8")
    out = [source for source in text.split("\n---\n") if "<" not in source]
    library = sorted(pathlib.Path(ast.__file__).parent.glob("*.py"))
    for path in rng.sample(library, 40):
        source = path.read_text(encoding="utf-8")
        for statement in ast.parse(source).body:
            for part in [statement, *getattr(statement, "body", [])]:
                segment = ast.get_source_segment(source, part, padded=True)
                if segment and len(segment) < 700:
                    out.append(textwrap.dedent(segment))
    return out


def damage(rng, source):
    kind = rng.random()
    if kind < 0.4:
        at = rng.randrange(len(source) + 1)
        if kind < 0.15:
            return source[:at] + source[at + 1 :]
        if kind < 0.3:
            return source[:at] + rng.choice(CHARACTERS) + source[at:]
        return source[:at]
    spans = [match.span() for match in TOKEN.finditer(source)]
    if not spans:
        return source
    index = rng.randrange(len(spans))
    start, end = spans[index]
    if kind < 0.6:
        return source[:start] + source[end:]
    if kind < 0.7 and index + 1 < len(spans):
        after, last = spans[index + 1]
        return source[:start] + source[after:last] + source[end:after] + source[start:end] + source[last:]
    if kind < 0.85:
        return source[:start] + rng.choice(WORDS) + " " + source[start:]
    return source[:start] + rng.choice(WORDS) + source[end:]


def escape(text):
    return "".join(ESCAPES.get(c, c) for c in text)


def report_of(source):
    try:
        compile(source, "f.py", "exec", ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        return "".join(traceback.TracebackException.from_exception(e).format_exception_only())
    return None


def answers(command, sources):
    text = "".join(escape(source) + "\n" for source in sources)
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
    lines = done.stdout.split("\n")[:-1]
    if len(lines) != len(sources):
        sys.exit(f"died at {sources[len(lines)]!r}:\n{done.stderr}")
    return lines


def main():
    anthill, seed, count = [*sys.argv[1:], "1", "20000"][:3]
    rng = random.Random(int(seed))
    origin = seeds(rng)
    sources = []
    while len(sources) < int(count):
        source = rng.choice(origin)
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            source = damage(rng, source)
        sources.append(source)
    differences = {}
    fields = answers([anthill], sources)
    reports = answers([anthill, "--report"], sources)
    for source, found, report in zip(sources, fields, reports):
        try:
            expected = error_of(source)
        except (MemoryError, RecursionError):
            continue
        expected = "\t".join(expected) if expected else "ok"
        if found != expected:
            key = tuple(text.split("\t")[1] if "\t" in text else text for text in (expected, found))
            differences.setdefault(key, []).append((source, expected, found))
        elif expected != "ok" and report != escape(report_of(source)):
            differences.setdefault(("report",), []).append((source, escape(report_of(source)), report))
    for cases in sorted(differences.values(), key=len, reverse=True)[:40]:
        source, expected, found = min(cases, key=lambda case: len(case[0]))
        print(f"{len(cases)} times, as in {source!r}\n    expected {expected}\n    found    {found}")
    print(sum(map(len, differences.values())), "of", len(sources), "differ")


if __name__ == "__main__":
    main()
