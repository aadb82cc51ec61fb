print("a" in "abc", "" in "", "" in "a", "bc" in "abc", "cb" in "abc", "🙂" in "abc", "é" in "aé🙂", "abc" in "ab")
words = ["b", "a", "", "é", "Z", "🙂", "\uffff", "aa", "ab", "A"]
print(ascii(sorted(words)), ascii(max(words)), ascii(min(words)))
for a in words[:6]:
    print(ascii([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in words[:6]]))
print("a" == 1, "a" == b"a", "a" != None, "1" == 1)
for source in ("'a' < 1", "'a' < b'a'", "5 in 'a'", "None in 'a'", "'a' in 5"):
    try:
        print(eval(source))
    except TypeError as error:
        print(error)
