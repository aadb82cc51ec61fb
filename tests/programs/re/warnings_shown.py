import re
import warnings

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    re.compile("[[a]")
    re.compile("[+--a]")
    re.match("[a||b]", "a")
    re.compile("(x[[y])")
    re.split("a", "bab", 1)
    re.sub("a", "b", "aa", 1)
    re.subn("a", "b", "aa", 1, re.I)
for w in seen:
    print(w.category.__name__, w.message, w.lineno)
print(re.sub("a", "b", "aa", 1) if False else "end")
for call in ("re.sub('a', 'b', 'c', 1, 2, 3)", "re.split('a', 'b', 1, 2, 3)", "re.sub('a', 'b', 'c', 1, count=2)", "re.sub('a', 'b', 'c', 1, 0, flags=2)"):
    try:
        warnings.simplefilter("ignore")
        eval(call)
    except TypeError as e:
        print(e)
