# runs: plain leaks; every collection is asked for
# Which generation finds what: nodes that keep their friends in sets.
import gc

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


def collected():
    return [row["collected"] for row in gc.get_stats()]


before = collected()
structure = build(5)
del structure
print("new, youngest:", gc.collect(0))
structure = build(5)
print("survives:", gc.collect(0))
del structure
print("older, youngest:", gc.collect(0), "middle:", gc.collect(1))
structure = build(6)
gc.collect(1)
del structure
print("old, youngest:", gc.collect(0), "middle:", gc.collect(1), "all:", gc.collect(2))
old = build(4)
gc.collect()
new = build(4)
attach(old, new)
attach(new, old)
del old, new
print("old and new, youngest:", gc.collect(0), "all:", gc.collect())
print([after - first for first, after in zip(before, collected())])
gc.freeze()
structure = build(3)
gc.freeze()
del structure
print("frozen:", gc.collect())
gc.unfreeze()
print("thawed:", gc.collect())
