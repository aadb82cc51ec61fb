"""`in` compares with the items of a list one after the other; a set goes to the place where the item must be.

The comparisons are counted here: they grow with the length of the list, and not with the size of the set.
"""

from measure import claim, compare


class Key:
    """A number whose comparisons are counted."""

    compared = 0

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        Key.compared += 1
        return self.number == other.number

    def __hash__(self):
        return self.number


as_list = [Key(i) for i in range(300)]
as_set = set(as_list)


def search_list():
    return sum(Key(i) in as_list for i in range(0, 600, 20))


def search_set():
    return sum(Key(i) in as_set for i in range(0, 600, 20))


slow, fast = compare("Thirty searches among 300 keys", search_list, search_set)
claim("the set executes a tenth of the instructions or less", fast.instructions * 10 < slow.instructions)
for name, search in ("list", search_list), ("set", search_set):
    Key.compared = 0
    search()
    print(f"  comparisons in the {name}: {Key.compared}")
