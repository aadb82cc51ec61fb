# A bound special method whose receiver is the last word of its frame, and which runs Python code.
class Item:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        deep = [self.value, other.value, [self.value]]
        return deep[0] == deep[1]

    def __hash__(self):
        return hash(self.value)


def call(function):
    return function()


def call_one(function, argument):
    return function(argument)


step = iter(lambda: len([1, 2, 3]), 4).__next__
print([call(step) for _ in range(3)])
steps = iter([1, 2, 0]).__next__
zero = iter(lambda: steps(), 0).__next__
print(call(zero), call(zero))
try:
    call(zero)
except StopIteration:
    print("stopped")
contains = [Item(1), Item(2)].__contains__
print(call_one(contains, Item(2)), call_one(contains, Item(3)))
print(call_one({Item(5): "five"}.__getitem__, Item(5)))
print(call_one([Item(1)].__eq__, [Item(1)]), call_one((Item(1),).__ne__, (Item(1),)))
