# join, translate, maketrans, encode, case methods with keyword and wrong arguments.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(",".join([]), ",".join(["a"]), ",".join("abc"), "".join({"x": 1}), ", ".join(str(n) for n in range(3)), "\u20ac".join(["a", "\U0001f600"]), attempt(",".join, [1]), attempt(",".join, ["a", None]), attempt(",".join, 5), attempt(",".join))
print("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate({}), "a\u20ac".translate({0x20ac: "euro"}), attempt("abc".translate, {97: -1}), attempt("abc".translate, {97: 1.5}), attempt("abc".translate, {97: 0x110000}), attempt("a".translate, 5), "abc".translate("?" * 98 + "!!"))
print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "c"), str.maketrans({"a": 1, 98: "z"}), attempt(str.maketrans, "ab", "x"), attempt(str.maketrans, {"ab": 1}), attempt(str.maketrans, "a"), attempt(str.maketrans, {1.5: 2}), attempt(str.maketrans, 1, 2), attempt(str.maketrans))
print("\xe9\u20ac".encode(), "\xe9".encode("latin-1"), attempt("\u20ac".encode, "ascii"), "\u20aca".encode("ascii", "ignore"), "\u20ac".encode("ascii", "replace"), "\u20ac".encode("ascii", "xmlcharrefreplace"), "\u20ac".encode("ascii", "backslashreplace"), attempt("a".encode, "none"), attempt("\u20ac".encode, "ascii", "none"))
print(attempt("\ud800".encode), "\ud800".encode("utf-8", "surrogatepass"), "\udc80".encode("utf-8", "surrogateescape"), "a".encode("utf-16-le"), "a".encode(encoding="utf-32-be"), attempt("a".encode, 5), "\u20ac".encode("ascii", "namereplace"))
print("abc" * 2, "abc" * 0, "abc" * -1, 2 * "ab", attempt(lambda: "a" * 1.5), attempt(lambda: "a" + 5), attempt(lambda: 5 + "a"), "abc"[1], "abc"[-1], attempt(lambda: "abc"[3]), attempt(lambda: "abc"["a"]), "abcdef"[::2], "abcdef"[::-1], "abcdef"[4:1:-1])
