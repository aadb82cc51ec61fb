# Searches for one character near and far, splits at one, partitions, affixes, membership, walks and subscripts.
text = "".join(chr(97 + i % 25) for i in range(100)) + "z" + "y" * 40
for part in "abhipqxyz!":
    print(part, text.find(part), text.rfind(part), text.find(part, 20), text.rfind(part, 0, 20), text.count(part), part in text)
for size in (0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 70):
    hay = "." * size + "," + "." * 3
    print(size, hay.find(","), hay.rfind(","), hay.split(","), hay.partition(",")[0] == "." * size, "," in hay, ";" in hay)
# Bytes beside the wanted one that borrow from it.
print("\x00\x01\x00".find("\x01"), "\x80\x01".find("\x01"), "-.,".find("."), "+,-".find(","), "é,".find(","), "\x7f~".find("~"))
for text in ("", ",", "a", "a,", ",a", "a,b,,c", "a,b," * 20, "é,b", "ł,𝔘"):
    print(len(text.split(",")), text.split(",")[:4], text.split(",", 1), text.rsplit(",", 1), text.partition(","), text.rpartition(","))
same = "whole"
print(same.split(",")[0] is same, same.partition(",")[0] is same, same.strip() is same, same[:] is same, same[0:5] is same)
name = "main.py"
print(name.endswith(".py"), name.endswith((".md", ".py")), name.startswith("main", 0, 3), name.startswith("ain", 1))
print(name.startswith("", 9), name.endswith("", 3, 2), name.startswith("main.py!"), name.endswith(("", "x")), "é".endswith("é"))
print([c for c in "aé"], [c for c in "ł𝔘"], list(""), "abc"[-3], "é1"[1], "ł1"[0], "𝔘"[0])
for index in (3, -4, 10**20, "0", None, 1.0):
    try:
        print("abc"[index])
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
print("abcdef"[1:4], "abcdef"[-2:], "abcdef"[4:2], "abcdef"[:99], "abcdef"[-99:2], "abcdef"[True:3], "aéł"[1:2], "aéł"[0:1])


class Index:
    def __index__(self):
        return 2


print("abcdef"[Index():], "abcdef"[: Index()], "abcdef"[Index()], 10**30 > 5 and "abc"[: 10**30], "abc"[-(10**30) :])
letters = iter("xyz")
print(next(letters), [c for c in letters], next(letters, "end"), next(letters, "end"))
print("a" < "b", "a" < "ab", "ab" < "a", "é" > "z", "ł" > "é", "𝔘" > "ł", "" < "a", "b" >= "b", "abc" != "abd", "x" == "é")
for left in ("a", "ab", "é", "ł"):
    print([left < right for right in ("a", "b", "aa", "é", "ł", "𝔘")], [left == right for right in ("a", "ab", "é", "ł")])
print("a" == 1, "a" != None, "a" in ("b", "a"), 1 in ("1", 1.0), "é" in ("é",), "x" in (), None in ("", None))
for pair in (("a", 1), (None, "a")):
    try:
        print(pair[0] < pair[1])
    except TypeError as error:
        print(error)
    try:
        print(1 in "abc" if pair[1] == 1 else None in "abc")
    except TypeError as error:
        print(error)
