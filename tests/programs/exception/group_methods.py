# ExceptionGroup: construction, split, subgroup, derive, nesting, subclasses.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def tree(group):
    if isinstance(group, BaseExceptionGroup):
        return (group.message, [tree(e) for e in group.exceptions])
    return repr(group)


g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [KeyError(2), ValueError(3)]), TypeError(4)])
print(g.message, len(g.exceptions), str(g), repr(g), g.args[0])
for condition in (ValueError, (KeyError, TypeError), lambda e: isinstance(e, TypeError), ExceptionGroup, OSError):
    yes, no = g.split(condition)
    print(tree(yes) if yes else None, "|", tree(no) if no else None, "|", tree(g.subgroup(condition)) if g.subgroup(condition) else None)
print(attempt(ExceptionGroup), attempt(ExceptionGroup, "a"), attempt(ExceptionGroup, 5, [ValueError()]), attempt(ExceptionGroup, "a", []), attempt(ExceptionGroup, "a", 5), attempt(ExceptionGroup, "a", [5]), attempt(ExceptionGroup, "a", [KeyboardInterrupt()]))
print(type(BaseExceptionGroup("a", [ValueError()])).__name__, type(BaseExceptionGroup("a", [KeyboardInterrupt()])).__name__, attempt(g.split, 5), attempt(g.split, int), attempt(g.subgroup, (ValueError, 5)), attempt(g.split), tree(g.derive([OSError(9)])), attempt(g.derive, []))


class Own(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Own(self.message, exceptions, self.code)


o = Own("own", [ValueError(1), Own("deep", [KeyError(2)], 8)], 7)
o.add_note("noted")
part, rest = o.split(KeyError)
print(type(part).__name__, part.code, tree(part), rest.code, tree(rest), part.__notes__, part.__notes__ is not o.__notes__)
try:
    raise g
except* ValueError as found:
    print("values", tree(found))
except* (KeyError, TypeError) as found:
    print("others", tree(found))
print(ExceptionGroup[int], isinstance(g, Exception), issubclass(ExceptionGroup, BaseExceptionGroup), g.__reduce__()[1][0])
