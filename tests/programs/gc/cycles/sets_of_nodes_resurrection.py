# runs: plain leaks; every collection is asked for
# Finalisers bring structures back, and run only once: nodes that keep their friends in sets.
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
        runs.append(self.name)
        if self.name in wanted:
            back.append(self.owner)


runs, back, wanted = [], [], {"a", "c"}
structure = build(4)
attach(structure, Probe("a", structure))
reference = weakref.ref(Probe("loose", None))
del structure
print("comes back:", gc.collect(), runs, len(back), reference() is None)
print("is held:", gc.collect(), runs)
back.clear()
print("goes without a second finalizer:", gc.collect(), runs)
for name in "bcd":
    structure = build(3)
    attach(structure, Probe(name, structure))
del structure
print("one of three comes back:", gc.collect(), runs, len(back))
wanted.clear()
back.clear()
print("now it goes:", gc.collect(), runs)
one, two = build(2), build(2)
attach(one, Probe("a", one))
attach(two, Probe("e", one))
attach(one, two)
wanted.add("a")
del one, two
print("linked:", gc.collect(), sorted(runs), len(back))
back.clear()
print("end:", gc.collect(), sorted(runs))
