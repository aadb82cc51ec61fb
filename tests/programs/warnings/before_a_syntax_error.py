# What was warned of before a syntax error was found is told, in order; what stands behind it is not.
import warnings

SOURCES = [
    'x = "\\d"\ndef f(:\n    pass\ny = "\\w"\n',
    'x = "\\d"\nassert (1, "a")\ny = 3 is 3\nreturn 5\nz = 4 is 4\n',
    'print(1)\nz = """a\n\\q\nb"""\nf(a, b for\n',
    "x = 1if 1 else 2\nx = = 2\ny = 3if 1 else 4\n",
    "x = 0\nx = '\\q' '\\z'\nbreak\n",
    "def f():\n    x = '\\q'\n    nonlocal y\n    z = 1 is 1\n",
    "x = 1 is 1\nglobal x\n",
    "'\\q'\n  unexpected\n",
    "x = '\\q'\n$\n",
]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<source>", "exec")
        except SyntaxError as error:
            print(error.msg, error.lineno)
    for warning in caught:
        print("   ", warning.category.__name__, warning.message, warning.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(source, "<source>", "exec")
        except SyntaxError as error:
            print("    as error:", error.msg, error.lineno)
