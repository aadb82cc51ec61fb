"""Strings searched and tested: find in a loop, in, count, startswith, comparisons, character classes, translate."""
import sys

VOWELS = "aeiou"


def offsets(text, part):
    result = []
    at = text.find(part)
    while at >= 0:
        result.append(at)
        at = text.find(part, at + 1)
    return result


def classes(text):
    letters = digits = spaces = others = 0
    for c in text:
        if c.isalpha():
            letters += 1
        elif c.isdigit():
            digits += 1
        elif c.isspace():
            spaces += 1
        else:
            others += 1
    return letters, digits, spaces, others


def words(text):
    result = []
    start = None
    for i in range(len(text)):
        if "a" <= text[i] <= "z" or "A" <= text[i] <= "Z":
            if start is None:
                start = i
        elif start is not None:
            result.append(text[start:i])
            start = None
    return result


def balanced(text):
    depth = 0
    for c in text:
        if c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def is_palindrome(text):
    i, j = 0, len(text) - 1
    while i < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True


def main(size):
    line = "The ants (all 1,024 of them) carry what they find to the hill; none of 37 trails is lost (or so they say). "
    text = line * 10
    table = str.maketrans("abcdefghijklm", "nopqrstuvwxyz", ";,.")
    mirror = "never odd or even".replace(" ", "") * 8
    mirror += mirror[::-1]
    names = ["main.py", "README.md", "data.json", "notes.txt", "script.py"] * 20
    total = 0
    for _ in range(size):
        total += len(offsets(text, "the")) + len(offsets(text, "a"))
        total += sum(classes(text))
        total += len(words(text))
        total += balanced(text) + is_palindrome(mirror)
        total += sum([1 for c in text if c in VOWELS])
        total += len([name for name in names if name.endswith((".py", ".md")) and not name.startswith("m")])
        total += len(text.translate(table)) + text.count("th") + text.rfind("ants") + ("lost" in text)
        total += len(set(text.lower().split())) + text.index("trails")
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2500))
