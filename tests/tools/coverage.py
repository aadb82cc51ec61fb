#!/usr/bin/env python3.13
"""Which attributes of CPython 3.13's builtin types, functions and modules Anthill has.

    python3.13 tests/tools/coverage.py target/debug/anthill     writes docs/coverage.md, says what is missing
    PYTHON tests/tools/coverage.py --list                       one line "kind subject name" for each attribute

The second form runs under either interpreter; the first runs it under both and compares. What is missing on purpose
stands in EXPLAINED with its reason.
"""

import sys

MODULES = """abc atexit base64 binascii bisect builtins cProfile codecs collections collections.abc contextlib copy dataclasses enum fractions functools gc
heapq importlib io itertools json keyword linecache marshal math numbers operator os os.path pprint pstats pwd random re reprlib statistics string struct
sys textwrap time traceback types typing warnings weakref""".split()

# Modules that Anthill has none of yet are left out of the count, as are names that only exist inside of CPython.
EXPLAINED = [
    ("type", "*", "__buffer__", "the buffer protocol comes with memoryview"),
    ("type", "*", "__release_buffer__", "the buffer protocol comes with memoryview"),
    ("module", "builtins", "_IncompleteInputError", "private to CPython's prompt"),
    ("exception", "_IncompleteInputError", "*", "private to CPython's prompt"),
    ("module", "os", "readv", "needs bytearray or memoryview to read into"),
    ("module", "os", "preadv", "needs bytearray or memoryview to read into"),
    ("module", "time", "pthread_getcpuclockid", "comes with threads"),
    ("exception", "ExceptionGroup", "__module__", "CPython makes this class as a program would"),
    ("exception", "ExceptionGroup", "__weakref__", "CPython makes this class as a program would"),
    ("type", "float", "__getformat__", "for CPython's own tests"),
    ("type", "code", "co_linetable", "tables of CPython's bytecode"),
    ("type", "code", "co_lnotab", "tables of CPython's bytecode"),
    ("type", "code", "co_exceptiontable", "tables of CPython's bytecode"),
    ("type", "code", "_co_code_adaptive", "tables of CPython's bytecode"),
    ("type", "code", "_varname_from_oparg", "tables of CPython's bytecode"),
]


def samples():
    """(name, class) of every builtin type; text, so that one that is missing does not hide the others."""
    cells = "(lambda x: lambda: x)(1).__closure__[0]"
    texts = {
        "object": "object", "type": "type", "int": "int", "float": "float", "bool": "bool", "str": "str", "bytes": "bytes",
        "list": "list", "tuple": "tuple", "dict": "dict", "set": "set", "frozenset": "frozenset", "range": "range",
        "slice": "slice", "property": "property", "classmethod": "classmethod", "staticmethod": "staticmethod",
        "super": "super", "enumerate": "enumerate", "zip": "zip", "map": "map", "filter": "filter",
        "reversed": "reversed", "NoneType": "type(None)", "ellipsis": "type(...)",
        "NotImplementedType": "type(NotImplemented)", "dict_keys": "type({}.keys())", "dict_values": "type({}.values())",
        "dict_items": "type({}.items())", "generator": "type((x for x in ()))", "function": "type(lambda: 0)",
        "method": "type([].append.__self__.__class__.fromkeys) if 0 else type(Sample().method)",
        "builtin_function_or_method": "type(len)", "method_descriptor": "type(list.append)",
        "wrapper_descriptor": "type(int.__add__)", "method-wrapper": "type((1).__add__)",
        "classmethod_descriptor": "type(dict.__dict__['fromkeys'])", "code": "type((lambda: 0).__code__)",
        "frame": "type(FRAME)", "traceback": "type(TRACEBACK)", "module": "type(sys)", "cell": "type(" + cells + ")",
        "getset_descriptor": "type(type.__dict__['__dict__'])", "member_descriptor": "type(slice.start)",
        "mappingproxy": "type(int.__dict__)", "list_iterator": "type(iter([]))", "tuple_iterator": "type(iter(()))",
        "str_ascii_iterator": "type(iter(''))", "str_iterator": "type(iter('\\u20ac'))",
        "bytes_iterator": "type(iter(b''))", "dict_keyiterator": "type(iter({}))",
        "dict_valueiterator": "type(iter({}.values()))", "dict_itemiterator": "type(iter({}.items()))",
        "dict_reversekeyiterator": "type(reversed({}))", "set_iterator": "type(iter(set()))",
        "range_iterator": "type(iter(range(1)))", "longrange_iterator": "type(iter(range(10 ** 30)))",
        "list_reverseiterator": "type(reversed([]))", "callable_iterator": "type(iter(len, 1))",
        "iterator": "type(iter(Sequence()))", "UnionType": "type(int | str)", "GenericAlias": "type(list[int])",
    }
    class Sample:
        def method(self):
            pass

    class Sequence:
        def __getitem__(self, index):
            raise IndexError

    try:
        raise ValueError
    except ValueError as error:
        trace = error.__traceback__
    names = {"Sample": Sample, "Sequence": Sequence, "sys": sys, "TRACEBACK": trace, "FRAME": getattr(trace, "tb_frame", None)}
    for name, text in texts.items():
        try:
            yield name, eval(text, names)
        except Exception:
            pass


def rows():
    """Every (kind, subject, attribute) of the running interpreter."""
    import builtins

    for name, cls in samples():
        for attribute in dir(cls):
            yield "type", name, attribute
    for name in dir(builtins):
        value = getattr(builtins, name)
        if isinstance(value, type) and issubclass(value, BaseException):
            for attribute in dir(value):
                yield "exception", name, attribute
    for name in MODULES:
        try:
            module = __import__(name, fromlist=["x"])
        except Exception as error:
            print(name, error, file=sys.stderr)
            continue
        public = getattr(module, "__all__", None)
        for attribute in dir(module):
            value = getattr(module, attribute)
            if name != "builtins" and attribute.startswith("_"):
                continue
            if public is not None and attribute not in public:
                continue
            if isinstance(value, type(sys)) and (public is None or attribute not in public) and name != "os":
                continue
            yield "module", name, attribute
            if isinstance(value, type) and name not in ("builtins", "typing", "types"):
                for member in vars(value):
                    if not member.startswith("_"):
                        yield "module", name, attribute + "." + member


def run(program):
    import subprocess

    result = subprocess.run([program, __file__, "--list"], capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr)
    return {tuple(line.split(" ")) for line in result.stdout.splitlines()}


def reason(row):
    kind, subject, attribute = row
    for of, name, member, why in EXPLAINED:
        if of == kind and name in ("*", subject) and member in ("*", attribute):
            return why
    return None


def report(program):
    """Writes docs/coverage.md and says what is missing without a reason."""
    import pathlib

    theirs, ours = run(sys.executable), run(program)
    subjects = {}
    for row in theirs:
        subjects.setdefault(row[:2], []).append(row)
    present_modules = {subject for kind, subject, _ in ours if kind == "module"}
    titles = {"type": "Types", "exception": "Exceptions", "module": "Modules"}
    text = [
        "# Coverage",
        "",
        "Public attributes (of types and of `builtins` the special methods too) that CPython 3.13 has and Anthill has,",
        "by `tests/tools/coverage.py`.",
    ]
    missing, total, have = [], 0, 0
    for kind, title in titles.items():
        text += ["", f"## {title}", "", "| name | CPython | Anthill | missing |", "|---|---|---|---|"]
        whole = []
        for (of, subject), names in sorted(subjects.items()):
            if of != kind or (kind == "module" and subject not in present_modules):
                continue
            lost = sorted(row for row in names if row not in ours)
            total, have = total + len(names), have + len(names) - len(lost)
            missing += [row for row in lost if reason(row) is None]
            if not lost:
                whole.append((subject, len(names)))
                continue
            shown = ", ".join(f"`{name}`" for _, _, name in lost[:40]) + (" …" if len(lost) > 40 else "")
            why = sorted({reason(row) for row in lost} - {None})
            shown += f" ({'; '.join(why)})" if why else ""
            text.append(f"| `{subject}` | {len(names)} | {len(names) - len(lost)} | {shown} |")
        if whole:
            count = sum(n for _, n in whole)
            text += ["", f"Complete ({count} attributes): " + ", ".join(f"`{name}`" for name, _ in whole) + "."]
    text[4:4] = ["", f"**{have} of {total} ({100 * have / total:.1f} %)** attributes are present."]
    absent = sorted({subject for kind, subject in subjects if kind == "module"} - present_modules)
    if absent:
        text += ["", "Modules still to come: " + ", ".join(f"`{name}`" for name in absent) + "."]
    path = pathlib.Path(__file__).resolve().parents[2] / "docs" / "coverage.md"
    path.write_text("\n".join(text) + "\n")
    for row in missing:
        print(*row)
    print(f"{have} of {total}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        for row in rows():
            print(*row)
    elif len(sys.argv) == 2:
        report(sys.argv[1])
    else:
        sys.exit(__doc__)
