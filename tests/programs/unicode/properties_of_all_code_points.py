# runs: plain; very many code points
# For each property of str, how many code points have it and a checksum of which. Planes 3 to 13 hold ideographs and
# nothing, 15 and 16 are private: their first blocks stand for them.
PROPERTIES = [
    "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
    "istitle", "isupper",
]
CHANGES = ["capitalize", "casefold", "lower", "swapcase", "title", "upper"]
STEP = 0x1000
STARTS = [*range(0, 0x14000, STEP), *range(0x16000, 0x21000, STEP), 0x2B000, 0x2F000, 0x31000, 0x32000, 0xE0000, 0xF0000, 0x10F000]


def checksum(numbers):
    total = 0
    for number in numbers:
        total = (total * 31 + number) % 1000000007
    return total


blocks = [[chr(code) for code in range(start, start + STEP)] for start in STARTS]
for name in PROPERTIES:
    method = getattr(str, name)
    counts, total = 0, 0
    for number, block in enumerate(blocks):
        found = [ord(c) for c in block if method(c)]
        counts += len(found)
        total = (total * 31 + checksum(found)) % 1000000007
    print(name, counts, total)
for name in CHANGES:
    method = getattr(str, name)
    changed, total = 0, 0
    for block in blocks:
        for c in block:
            result = method(c)
            if result != c:
                changed += 1
                total = (total * 31 + checksum([ord(c), *map(ord, result)])) % 1000000007
    print(name, changed, total)
total = escaped = 0
for block in blocks:
    for c in block:
        if len(repr(c)) != 3:
            escaped += 1
            total = (total * 31 + ord(c)) % 1000000007
print("repr", escaped, total)
digits = [c for block in blocks for c in block if c.isdecimal()]
print("int", sum(int(c) for c in digits), int("".join(digits[10:20])))
spaces = [c for block in blocks for c in block if c.isspace()]
print("split", len("x".join(spaces).split()), [hex(ord(c)) for c in spaces if len(("a" + c + "b").splitlines()) == 2])
