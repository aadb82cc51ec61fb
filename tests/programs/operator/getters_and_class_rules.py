# Getters follow the rules of attribute access and of subscripts, whatever the class says.
import operator


class Plain:
    shared = 5

    def __init__(self):
        self.own = 1

    @property
    def computed(self):
        return 7


class Fallback(Plain):
    def __getattr__(self, name):
        return "fallback " + name


class Everything(Plain):
    def __getattribute__(self, name):
        return "any " + name


class Slotted:
    __slots__ = ("own",)

    def __init__(self):
        self.own = 3


for name in ("own", "shared", "computed", "own.real", "absent"):
    get = operator.attrgetter(name)
    for make in (Plain, Fallback, Everything, Slotted):
        try:
            print(name, make.__name__, get(make()))
        except AttributeError as error:
            print(name, make.__name__, "AttributeError:", error, error.name)

# A descriptor that comes to the class later has a say at once.
thing, get = Plain(), operator.attrgetter("own")
print(get(thing))
Plain.own = property(lambda self: "from the class")
print(get(thing))
del Plain.own
thing.__dict__["own"] = 2
print(get(thing), operator.attrgetter("own", "shared")(thing))

for sequence in ([4, 5, 6], (4, 5, 6), "456", range(4, 7)):
    print(operator.itemgetter(0)(sequence), operator.itemgetter(-1)(sequence), operator.itemgetter(1, 2, -3)(sequence))
    for index in (3, -4, 2**70, True, slice(1, None)):
        try:
            print(operator.getitem(sequence, index))
        except IndexError as error:
            print("IndexError:", error)


class Odd(list):
    def __getitem__(self, index):
        return "odd", index


print(operator.itemgetter(0)(Odd([1])), operator.itemgetter(0, 1)(Odd()))
