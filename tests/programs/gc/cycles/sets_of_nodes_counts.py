# runs: plain leaks; every collection is asked for
# How many unreachable objects a collection finds: nodes that keep their friends in sets.
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


for size in (1, 2, 3, 10, 57):
    structure = build(size)
    print(size, "while it is held:", gc.collect(), end=" ")
    del structure
    print("dropped:", gc.collect(), "again:", gc.collect())
several = [build(4) for _ in range(5)]
del several[::2]
print("three of five:", gc.collect())
several.clear()
print("the rest:", gc.collect())
copies = [build(7)] * 3
copies.pop()
print("two references left:", gc.collect())
copies.clear()
print("none left:", gc.collect())
