# One site, receivers of many kinds; errors and where they are said to be; what the receiver is while the method runs.
import sys, traceback


class Text(str):
    def lower(self):
        return "own " + str.lower(self)


class Plain(list):
    pass


class Borrowed:
    lower = str.lower
    pop = list.pop


def lowered(values):
    for value in values:
        try:
            print(value.lower())
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)


for _ in range(3):
    lowered(["A", "B", Text("C"), b"D", "E", 5, Borrowed(), "F"])


def popped(values):
    for value in values:
        try:
            print(value.pop(), value)
        except Exception as error:
            print(type(error).__name__, error)


for _ in range(2):
    popped([[1, 2], [3], [], Plain([4]), {5}, set(), {1: 2}, Borrowed(), bytearray(b"z") if False else [6]])


def where(values):
    return [value.strip().upper().pop() for value in values]


def line(values):
    total = values.pop() + values.pop() + values.pop()
    return total


for function, argument in ((where, ["a"]), (line, [1, 2]), (line, [1, 2, 3])):
    try:
        print(function(argument))
    except Exception:
        text = traceback.format_exc().splitlines()
        print("\n".join(part for part in text if "File" not in part))


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)

    def __lt__(self, other):
        print("lt", self.name, other.name, sys.getrefcount(rows) > 1)
        return self.name < other.name


rows = [Loud("b"), Loud("a")]
rows.sort()
print([row.name for row in rows])
rows.clear()
print(rows)


def own():
    value = "  x "
    value = value.strip()
    value = value.upper()
    return value


print(own(), own(), [[1].copy() for _ in range(3)], [{}.copy() for _ in range(2)])


def appended(targets):
    for target in targets:
        try:
            print(target.append(len(targets)), target)
        except Exception as error:
            print(type(error).__name__, error)


for _ in range(2):
    appended([[], [1], Plain(), [].copy(), {}, [2]])


def steps(values):
    made = []
    for value in values:
        made.append(value)
        [].append(value)
    return made


print(steps(range(5)), len(steps("abc")), [len(x) for x in ([], (), {}, "", b"", range(3), {1})])
