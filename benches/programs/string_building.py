"""Strings built: concatenation in a loop, join, slices, translation by dict, repeat, encoding."""
import sys


def appended(n):
    text = ""
    for i in range(n):
        text += "ab"
        text += "c"
    return text


def caesar(text):
    result = []
    for c in text:
        if "a" <= c <= "z":
            result.append(chr((ord(c) - 97 + 3) % 26 + 97))
        else:
            result.append(c)
    return "".join(result)


def reverse_words(text):
    out = ""
    word = ""
    for c in text:
        if c == " ":
            out = word + " " + out
            word = ""
        else:
            word += c
    return word + " " + out


def main(size):
    total = 0
    line = "the ants carry what they find to the hill, " * 20
    for _ in range(size):
        total += len(appended(8000))
        total += caesar(line).count("w")
        total += len(reverse_words(line))
        total += len(",".join([str(i) for i in range(4000)]))
        total += sum([len(line[i:i + 7]) for i in range(len(line))])
        total += len(line.upper().encode()) + line.title().count("T")
        total += len(line[::-1] + "é" * 100) + len(line.replace("ants", "bees"))
        total += sum([1 for c in line if c.isalpha()])
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
