# print: sep, end, file, flush, and objects that only write.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


import sys


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


class OnlyWrite:
    def write(self, text):
        raise OSError("full")


sink = Sink()
print("a", 1, None, sep="-", end="!", file=sink)
print(file=sink)
print("x", flush=True, file=sink)
print(*[], sep="no", end="", file=sink)
print(sink.parts)
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print("a", end="")
print()
print(1, 2, 3, sep="\n")
print(attempt(print, 1, sep=5), attempt(print, 1, end=b""), attempt(print, 1, file=5), attempt(print, 1, other=2), attempt(print, 1, file=OnlyWrite()))
print(attempt(print, "x", file=Sink(), flush=[]))


class Text:
    def __str__(self):
        return "shown"


class BadText:
    def __str__(self):
        return 5


print(Text(), [Text().__class__.__name__], attempt(print, BadText()))
saved, sys.stdout = sys.stdout, sink
print("captured")
sys.stdout = None
print("lost")
sys.stdout = saved
print(sink.parts[-2:])
