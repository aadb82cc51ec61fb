# runs: plain leaks; every collection is asked for
# Once its cycles are cut, counting frees a structure: nodes that keep their friends in sets.
import gc
import weakref

gc.disable()
gc.collect()


class Person:
    def __init__(self, name):
        self.name, self.friends = name, set()

    def __hash__(self):
        return self.name

    def __eq__(self, other):
        return self is other


def build(n):
    people = [Person(i) for i in range(n + 1)]
    for i, person in enumerate(people):
        friend = people[(i + 1) % len(people)]
        person.friends.add(friend)
        friend.friends.add(person)
    return people[0]


class Gift:
    def __init__(self, thing):
        self.thing = thing


def attach(anchor, thing):
    anchor.friends.add(Gift(thing))


def cut(anchor):
    seen, waiting = set(), [anchor]
    while waiting:
        person = waiting.pop()
        if isinstance(person, Person) and person.name not in seen:
            seen.add(person.name)
            waiting.extend(person.friends)
            person.friends.clear()


class Probe:
    """Sits in a structure and knows it."""

    def __init__(self, name, owner):
        self.name, self.owner = name, owner


structure = build(6)
probe = Probe("p", structure)
attach(structure, probe)
reference = weakref.ref(probe)
del probe
print("in the structure:", reference() is not None)
cut(structure)
print("cut:", reference() is None)
del structure
print("nothing is left to find:", gc.collect())
for size in (1, 5, 20):
    structure = build(size)
    cut(structure)
    del structure
    print(size, gc.collect(), end="; ")
print()
structure, other = build(4), build(4)
attach(structure, other)
attach(other, structure)
cut(structure)
del structure
print("the other is whole:", gc.collect())
del other
print("and goes:", gc.collect() > 0, gc.collect())
gc.set_debug(gc.DEBUG_SAVEALL)
structure = build(3)
del structure
found = gc.collect()
print("saved:", found, len(gc.garbage), sorted({type(thing).__name__ for thing in gc.garbage}))
gc.set_debug(0)
gc.garbage.clear()
print("dropped:", gc.collect() == found)
