# Every list method: results, what stays, and refusals.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


items = [3, 1, 2]
print(items.append(4), items.extend("ab"), items.insert(0, "first"), items.insert(-1, "late"), items.insert(100, "end"), items)
print(items.pop(), items.pop(0), items.pop(-2), attempt(items.pop, 100), attempt([].pop), attempt(items.pop, "a"), items)
print(items.remove("a"), attempt(items.remove, "zz"), attempt(items.index, 2), attempt(items.index, 99), attempt(items.index, 3, 1), attempt(items.index, 2, -2), items.count(1), items)
print(items.reverse(), items, items.copy() is items, items.clear(), items, attempt(items.extend, 5), attempt(items.append), attempt(items.append, 1, 2), attempt(items.insert, 1))
items = list(range(10))
items[2:5] = "xyz"
items[::3] = [0, 0, 0, 0]
print(items, attempt(items.__setitem__, slice(0, 6, 2), [1]), attempt(items.__setitem__, 100, 1), attempt(items.__setitem__, slice(0, 1), 5), attempt(items.__setitem__, "a", 1))
del items[1], items[-1], items[1:3], items[::2]
print(items, attempt(items.__delitem__, 50), attempt(lambda: items["a"]), attempt(lambda: items[1.0]), items * 2, 0 * items, items + [1], attempt(lambda: items + (1,)), attempt(lambda: items * "a"))
items += (9, 8)
items *= 2
print(items, [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, 2] == (1, 2), attempt(lambda: [1] < (2,)), attempt(lambda: [1] < ["a"]), [float("nan")] == [float("nan")])
nested = [1]
nested.append(nested)
print(nested, len(nested), nested in [nested], list("abc"), list({"k": 1}), attempt(list, 5), attempt(list, [1], [2]), attempt(list, iterable=[1]), list.__new__(list, 5), [].__init__([1]))
print([1, 2, 3].__contains__(2), [1, 2].__len__(), [1, 2].__iter__().__next__(), [2, 1].__reversed__().__next__(), [1].__eq__(5), [1].__mul__(2), list[int], [].__class_getitem__(str), [1].__sizeof__() > 0)
print([[i, j] for i in range(3) if i for j in "ab"], [*range(3), *"xy"], (lambda *a: a)(*[1, 2]), [1, 2, 3][::-1], [1, 2, 3][5:], [1, 2, 3][-100:100:2], sorted([3, 1], reverse=True))
