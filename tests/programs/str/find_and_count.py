s = "abcabcab"
print([s.find(p) for p in ("a", "abc", "cab", "x", "", "abcabcab", "abcabcabc")])
print([s.rfind(p) for p in ("a", "abc", "cab", "x", "", "abcabcab", "abcabcabc")])
print([s.count(p) for p in ("a", "ab", "abcabc", "x", "", "b")])
for start in (0, 1, 3, -2, -100, 8, 9, 100, None):
    for end in (None, 0, 3, -1, -100, 8, 100):
        print(start, end, s.find("ab", start, end), s.rfind("ab", start, end), s.count("ab", start, end), s.count("", start, end), s.startswith("ab", start, end), s.endswith("ab", start, end), s.startswith("", start, end))
print("aaaa".count("aa"), "é€🙂é".find("é", 1), "é€🙂é".rfind("🙂"), "abc".find("🙂"), "🙂b".find("b"))
for call in ("s.index('x')", "s.rindex('x')", "s.index('ab', 7)"):
    try:
        print(eval(call))
    except ValueError as error:
        print(error)
print(s.index("ca"), s.rindex("ca"), s.find("b", -3), s.find("a", 10**30), s.find("a", -(10**30), 10**30))
