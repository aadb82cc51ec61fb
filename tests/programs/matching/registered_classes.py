import collections.abc

class Seq:
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, index):
        return self.items[index]

class Map:
    def __init__(self, **items):
        self.items_ = items
    def get(self, key, default=None):
        return self.items_.get(key, default)
    def keys(self):
        return self.items_.keys()
    def __getitem__(self, key):
        return self.items_[key]
    def __len__(self):
        return len(self.items_)

def kind(subject):
    match subject:
        case []:
            return "empty sequence"
        case [first, *rest]:
            return f"sequence {first} {rest}"
        case {"a": value, **others}:
            return f"mapping a={value} {others}"
        case {}:
            return "mapping"
        case _:
            return "neither"

print(kind(Seq(1, 2)), "|", kind(Map(a=1, b=2)))
collections.abc.Sequence.register(Seq)
collections.abc.Mapping.register(Map)
print(kind(Seq(1, 2)), "|", kind(Map(a=1, b=2)), "|", kind(Seq()), "|", kind(Map()))

class Derived(Seq):
    pass
print(kind(Derived(3)))

class Early:
    __len__, __getitem__, __init__ = Seq.__len__, Seq.__getitem__, Seq.__init__
class Later(Early):
    pass
collections.abc.MutableSequence.register(Early)
print(kind(Later(9, 8)))

class Inherits(collections.abc.Sequence):
    def __len__(self): return 1
    def __getitem__(self, i):
        if i: raise IndexError
        return "only"
print(kind(Inherits()))
class InheritsMap(collections.abc.Mapping):
    def __len__(self): return 1
    def __getitem__(self, k): return {"a": 1}[k]
    def __iter__(self): return iter("a")
print(kind(InheritsMap()))
for builtin in ("ab", b"ab", {1}, range(2), collections.deque([5]), collections.UserList([1]), collections.UserDict(a=1), iter([1])):
    print(type(builtin).__name__, kind(builtin))
