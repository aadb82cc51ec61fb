# Tuples in sets and dicts: temporaries and locals, of numbers and strings, nested, and with what has its own equality.
class Loud:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 7

    def __eq__(self, other):
        print("eq", self.name)
        return isinstance(other, Loud) and self.name == other.name

    def __del__(self):
        print("gone", self.name)


def looked_for(container, x, y):
    key = (x, y)
    found = [(x, y) in container, key in container, (y, x) not in container, (x,) in container, () in container]
    if (x, y) in container:
        found.append("in")
    if (x, (y,)) not in container:
        found.append("not in")
    return found


cells = {(1, 2), ("a", 1), (True, 2.0), (2**61 - 1, 0), ("n", (2,)), ()}
for container in (cells, frozenset(cells), dict.fromkeys(cells), list(cells), tuple(cells)):
    for x, y in ((1, 2), (2, 1), (1.0, 2), ("a", True), (0, 0), ("n", 2), (2**61 - 1, False), (2**70, 1)):
        print(type(container).__name__, x, y, looked_for(container, x, y))

odd = {(1, Loud("kept"))}
print((1, Loud("kept")) in odd, (1, Loud("other")) in odd, (1, 2) in odd)
for wrong in ([1], {1}):
    try:
        print((1, wrong) in cells)
    except TypeError as error:
        print(error)
text = "a,b;c"
print([text.find(",", n) for n in (-9, -4, 0, 1, 2, 5, 6)], text.find(";", 0, 3), text.find("", 5), text.find(",", 9))
print(text.index("c"), "é,".find(","), text.find("é"))
try:
    text.index("x")
except ValueError as error:
    print(error)
odd.clear()
