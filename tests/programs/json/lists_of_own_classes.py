# Lists and tuples of subclasses are encoded by iterating over them; separators are checked in CPython's order.
import json


class Reversed(list):
    def __iter__(self):
        return iter(list(reversed(list.copy(self))))


class Doubled(tuple):
    def __iter__(self):
        for item in tuple.__iter__(self):
            yield item
            yield item


class Broken(list):
    def __iter__(self):
        raise ZeroDivisionError("no items")


print(json.dumps([Reversed([1, 2, 3]), Doubled((1, 2)), Reversed()]))
print(json.dumps(Reversed([1, [2]]), indent=1))
try:
    json.dumps(Broken([1]))
except ZeroDivisionError as error:
    print(error)
for separators in ((1, 2), (",", 2), (1, ":"), 3, (",",)):
    try:
        print(json.dumps([1, {"a": 2}], separators=separators))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
