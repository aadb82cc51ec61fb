# runs: plain leaks; every collection is asked for
# A structure that something holds in one place is held whole: nodes that keep their friends in sets.
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


outside = []
first, second = build(5), build(6)
attach(first, outside)
outside.append(second)
del second
print("the second hangs on a list of the first:", gc.collect())
outside.clear()
print("taken out of the list:", gc.collect())
del first
print("the first dropped, its list held:", gc.collect(), len(outside))
third, fourth = build(3), build(4)
attach(third, fourth)
attach(fourth, third)
del third
print("one of two that know each other:", gc.collect())
del fourth
print("both:", gc.collect())


def inside():
    structure = build(8)
    print("held by a local:", gc.collect())


inside()
print("after the return:", gc.collect())
keeper = {"structure": build(9)}
keeper["self"] = keeper
print("in a dict that holds itself:", gc.collect())
del keeper
print("with that dict:", gc.collect())
