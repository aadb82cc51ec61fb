# Splitting takes other ways for up to 64 ASCII characters, for longer text, for other characters and for limits.


def expected_split(text, separator, limit):
    parts = []
    while limit != 0 and separator in text:
        at = text.find(separator)
        parts.append(text[:at])
        text = text[at + len(separator) :]
        limit -= 1
    return parts + [text]


def expected_rsplit(text, separator, limit):
    parts = []
    while limit != 0 and separator in text:
        at = text.rfind(separator)
        parts.append(text[at + len(separator) :])
        text = text[:at]
        limit -= 1
    return [text] + parts[::-1]


def words(text):
    found, word = [], ""
    for character in text:
        if character.isspace():
            if word:
                found.append(word)
            word = ""
        else:
            word += character
    return found + [word] if word else found


wrong = count = 0
state = 12345
for length in [*range(0, 20), 31, 32, 33, *range(62, 68), 127, 128, 129, 300]:
    for letters in ("a,", "ab,", "abcdefghijk, ", "a \t\n", "a\x1c\x1f\x1b\x20\x21\x0d\x0e\x08\x09", "é,a ", "€,ab "):
        for _ in range(4):
            text = ""
            while len(text) < length:
                state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                text += letters[(state >> 12) % len(letters)]
            data = text.encode()
            for separator in (",", "a", "a,"):
                for limit in (-1, 0, 1, 2, 3, 7, 8, 70):
                    count += 1
                    left, right = expected_split(text, separator, limit), expected_rsplit(text, separator, limit)
                    wrong += text.split(separator, limit) != left or text.rsplit(separator, limit) != right
                    own = separator.encode()
                    wrong += data.split(own, limit) != [part.encode() for part in left]
                    wrong += data.rsplit(own, limit) != [part.encode() for part in right]
                before, sign, after = text.partition(separator)
                wrong += separator in text and [before, after] != expected_split(text, separator, 1)
                wrong += separator not in text and (before, sign, after) != (text, "", "")
                before, sign, after = text.rpartition(separator)
                wrong += separator in text and [before, after] != expected_rsplit(text, separator, 1)
                wrong += separator not in text and (before, sign, after) != ("", "", text)
                wrong += data.partition(separator.encode()) != tuple(p.encode() for p in text.partition(separator))
                wrong += data.rpartition(separator.encode()) != tuple(p.encode() for p in text.rpartition(separator))
            wrong += text.split() != words(text) or text.rsplit() != words(text)
            wrong += text.split(None, 1)[:1] != words(text)[:1] or text.rsplit(None, 1)[-1:] != words(text)[-1:]
print(count, wrong)

text = "only"
print(text.split(",")[0] is text, text.split()[0] is text, text.rsplit(".", 3)[0] is text, text.partition(".")[0] is text)
print("a,b,c".split(",", 0), " a  b ".split(None, 0), "".split(), "".split(","), "   ".split(), ",".split(","))


class Name(str):
    pass


print([type(part).__name__ for part in Name("ab").split(",") + Name("ab").split() + list(Name("ab").rpartition(","))])
for separator in ("", 3, None, b","):
    for method in ("split", "rsplit", "partition", "rpartition"):
        try:
            print(method, getattr("a b", method)(separator))
        except (TypeError, ValueError) as error:
            print(method, type(error).__name__, error)
