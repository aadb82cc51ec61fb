# The traceback module shows what an uncaught exception shows: marks, wide characters, suggestions.
import io
import sys
import traceback


def call(): with_ = open("/nonexistent/x")
def wide(): x = "é中"; return x.foo + 1 / 0
def wider(): return "中文字符" + 1
def local():
    abcdef = 1
    return abcdeg
def attribute(): return "a".uper()
def module(): return missing.thing
def forgotten(): return math.pi
def assigned():
    result = int("x")
def returned():
    return int("x")
def many():
    return (
        1 +
        2 /
        0
    )
def chained():
    try:
        return {}["k"]
    except KeyError as error:
        raise ValueError("v") from error


class Thing:
    value = 1

    def method(self):
        return vaule + value


for function in [call, wide, wider, local, attribute, module, forgotten, assigned, returned, many, chained, Thing().method]:
    try:
        function()
    except Exception as error:
        shown = traceback.format_exc()
        keep, sys.stderr = sys.stderr, io.StringIO()
        sys.excepthook(type(error), error, error.__traceback__)
        direct, sys.stderr = sys.stderr.getvalue(), keep
        print(shown == direct)
        print(shown)
        names = []
        entry = error.__traceback__
        while entry:
            frame, chain = entry.tb_frame, []
            while frame:
                chain.append(frame.f_code.co_name)
                frame = frame.f_back
            names.append(chain)
            entry = entry.tb_next
        print(names)
