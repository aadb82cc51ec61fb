"""Tokens that are longer than what the compiler looks at between two looks for Ctrl-C, and what lies beside them."""

LONG = (1 << 22) + 1000


def value(source):
    names = {}
    exec(compile(source, "long", "exec"), names)
    return names["x"]


for fill in range(LONG - 1008, LONG - 990, 3):
    assert value("x = 3  " + " " * fill + "** 2  # end") == 9
    assert value("y" * fill + " = 7; x = [*range(3)]") == [0, 1, 2]
    assert value("#" * fill + "\nx = rb'''a''' + b'b'\n") == b"ab"

name = "n" * LONG
assert value(f"{name} = 5\nx = {name} + 1") == 6
name = "\u0436" * LONG
assert value(f"{name} = 5\nx = {name} + 1") == 6
name = "\ufb01" * LONG
assert value(f"{name} = 5\nx = {'fi' * LONG} + 1") == 6
assert value("x = 0x" + "0" * LONG + "ff") == 255
assert value("x = 1." + "0" * LONG + "e1") == 10.0
assert value("x = '" + "a" * LONG + "' 'b\\n' '" + "c" * LONG + "'") == "a" * LONG + "b\n" + "c" * LONG
assert value("x = b'" + "a" * LONG + "' b'b\\n' b'" + "c" * LONG + "'") == b"a" * LONG + b"b\n" + b"c" * LONG
assert value("x = '" + "\u0436" * LONG + "\\ud800'") == "\u0436" * LONG + "\ud800"
assert value("x = f'" + "a" * LONG + "{1}{{" + "b" * LONG + "'") == "a" * LONG + "1{" + "b" * LONG
assert value("x = '''" + "a\n" * LONG + "'''").count("\n") == LONG
assert value(("x = 1\r\n# " + "c" * LONG + "\rx += 1\n").encode()) == 2
assert value("x = 1 # \u0436".encode() + b"\n# " + "\u0436".encode() * LONG + b"\nx += 1") == 2
assert value(b"# coding: latin-1\nx = '" + b"\xe4" * LONG + b"'") == "\xe4" * LONG


def error(source):
    try:
        compile(source, "<long>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)


error("x = '" + "a" * LONG)
error("a" * LONG + " $ b")
error("x = '" + "a" * LONG + "\\x'")
error("x = 1" + "0" * LONG + "_")
error("\u0436" * LONG + "\u20ac")
error("x = b'" + "a" * LONG + "\u0436'")
try:
    raise ExceptionGroup("\ud800", [ValueError(1), OSError(2, "no", "file")])
except* ValueError as group:
    print(ascii(str(group)), ascii(repr(group)))
except* OSError as group:
    print(group.exceptions[0], ascii(str(group)))
