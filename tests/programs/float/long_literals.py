# Literals of very many digits have the value that float() gives to their text.
for text in (
    "1." + "1" * 5000,
    "0." + "0" * 5000 + "25e5001",
    "9007199254740993." + "0" * 5000,
    "9007199254740993." + "0" * 5000 + "1",
    "1" * 5000 + ".0",
    "1" * 200 + "." + "7_7" * 3000,
    "1e-" + "0" * 5000 + "5",
    "." + "9" * 5000,
    "4." + "9" * 5000 + "e-324",
):
    value = eval(text)
    assert value == float(text), text[:20]
    print(repr(value), type(value).__name__, eval("-" + text), eval(text + " + 1"), eval("[" + text + "]"))

long = "1." + "5" * 5000
space = {}
exec(
    f"""
def kind(x):
    match x:
        case {long}: return "long"
        case -{long}: return "minus long"
        case _: return "other"

def default(x={long}, *, y: {long} = 2): return x
""",
    space,
)
print(space["kind"](float(long)), space["kind"](-float(long)), space["kind"](1.5), space["default"]())
print(space["default"].__annotations__)
exec(f"from __future__ import annotations\nx: {long} = 1", space)
print(space["__annotations__"])
for wrong in ("1." + "1" * 5000 + "x", "1_" + "1" * 5000 + "__1.0", "1" * 5000 + ".0e+", "0x" + "f" * 5000 + "g"):
    try:
        eval(wrong)
    except SyntaxError as error:
        print(error.msg)
