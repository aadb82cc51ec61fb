# The marks below the line of a SyntaxError never go beyond its end.
import traceback

for text in ("abc", "abc\n", "  abc", "  abc\n", "", "a\tbc"):
    for offset in (0, 1, 3, 4, 6, 100, -1):
        for end in (None, 0, 2, 5, 100):
            details = ("nofile", 3, offset, text) if end is None else ("nofile", 3, offset, text, 3, end)
            error = SyntaxError("message", details)
            print(repr(text), offset, end, "".join(traceback.format_exception(error)).split("\n")[1:3])
