print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("a", "b", 0), "aaa".replace("a", "b", -5), "aaa".replace("", "-"), "aaa".replace("", "-", 2), "".replace("", "x"), "".replace("a", "x"), "abcabc".replace("bc", ""), "abc".replace("b", "🙂"), "a🙂c".replace("🙂", "b"), "aaa".replace("aa", "x", count=1))
table = str.maketrans("abc", "xyz", "d")
print(table, "aabbccdd".translate(table), str.maketrans({"a": "AA", "b": None, 99: "C", "d": 68}), "abcde".translate({97: "AA", 98: None, 99: 67, 100: "🙂"}))


class Upper:
    def __getitem__(self, code):
        if code == 99:
            raise LookupError
        return chr(code).upper()


print("abcd".translate(Upper()), "ab".translate("xy" * 60), "é🙂".translate({233: "e", 0x1F642: ":)"}))
for call in ("'a'.translate({97: 1.5})", "'a'.translate({97: -1})", "'a'.translate({97: 0x110000})", "'a'.translate(5)", "'a'.translate()", "str.maketrans('a', 'bc')", "str.maketrans(5)", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans('a', 5)", "str.maketrans('a', 'b', 5)", "str.maketrans()", "'a'.replace('a')", "'a'.replace(1, 2)", "'a'.replace('a', 'b', 'c')", "'a'.replace('a', 'b', 1, 2)"):
    try:
        print(eval(call))
    except (TypeError, ValueError, LookupError) as error:
        print(call, type(error).__name__, error)
