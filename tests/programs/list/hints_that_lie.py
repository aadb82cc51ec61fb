"""`list.extend` with a length hint that no list could meet."""
import sys


class Liar:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter((5, 6))

    def __length_hint__(self):
        return self.hint


items = [1, 2, 3, 4]
items.extend(Liar(sys.maxsize))
print(items)
items += Liar(sys.maxsize - 3)
print(items)
for hint in sys.maxsize, -1, "many", sys.maxsize + 1:
    try:
        [].extend(Liar(hint))
        print("taken")
    except Exception as error:
        print(type(error).__name__, error)
