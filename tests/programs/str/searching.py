# find, index, count, startswith, endswith, replace, in: bounds, empty needles, tuples.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


text = "abcabcabc"
for args in [("abc",), ("abc", 1), ("abc", -3), ("abc", 1, 5), ("",), ("", 9), ("", 10), ("x",), ("c", -1), ("abc", 5, 2), ("abc", None, None), ("a", -100, 100), ("a", 2**70), ("a", -(2**70))]:
    print(args, text.find(*args), text.rfind(*args), text.count(*args), attempt(text.index, *args), attempt(text.rindex, *args), text.startswith(*args), text.endswith(*args))
print(text.startswith(("x", "ab")), text.endswith(()), text.startswith(("", )), attempt(text.startswith, ["a"]), attempt(text.startswith, ("a", 5)), attempt(text.startswith, (5, "a")), attempt(text.find, 5), attempt(text.find), attempt(text.count, "a", "b"))
print(text.replace("b", "X"), text.replace("abc", ""), text.replace("", "-"), text.replace("b", "X", 2), text.replace("b", "X", 0), text.replace("b", "X", -1), text.replace("x", "y"), text.replace("a", "\u20ac"), text.replace("a", "b", count=1))
print("".replace("", "x"), "".replace("", "x", 0), "aaa".replace("aa", "b"), "\u20aca".replace("\u20ac", "e"), attempt("a".replace, "a"), attempt("a".replace, 5, "a"), attempt("a".replace, "a", None))
print("b" in text, "" in "", "cab" in text, "\u20ac" in text, attempt(lambda: 5 in "a"), attempt(lambda: None in "a"), "aab".find("ab"), ("a" * 1000 + "b").find("ab"), ("ab" * 500 + "abb").rfind("abb"))
