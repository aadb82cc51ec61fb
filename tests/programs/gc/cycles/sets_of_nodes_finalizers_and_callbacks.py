# runs: plain leaks; every collection is asked for
# Finalisers and callbacks of weak references run once, before anything goes: nodes that keep their friends in sets.
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

    def __del__(self):
        print("  finalizer of", self.name, "sees", type(self.owner).__name__)


def watch(name, thing):
    return weakref.ref(thing, lambda reference: print("  callback for", name, reference() is None))


structure = build(4)
attach(structure, Probe("first", structure))
del structure
print("one:", gc.collect())
structure, other = build(2), build(3)
probes = [Probe("second", structure), Probe("third", other)]
attach(structure, probes[0])
attach(other, probes[1])
references = [watch(probe.name, probe) for probe in probes]
del structure, other
print("held by a list:", [reference() is not None for reference in references])
del probes
print("dropped:", gc.collect())
print([reference() for reference in references])
structure = build(3)
quiet = Probe("fourth", structure)
attach(structure, quiet)
quiet.watcher = watch("own", quiet)
del structure, quiet
print("a reference that is garbage itself:", gc.collect())
print("again:", gc.collect())
