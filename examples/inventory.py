"""A small inventory: descriptors, a class that registers its kinds, context managers, exceptions with notes."""


class Positive:
    """An attribute that must be a number above zero."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        if not isinstance(value, (int, float)) or value <= 0:
            raise ValueError(f"{self.name} must be above zero, not {value!r}")
        instance.__dict__[self.name] = value


class Item:
    kinds = {}
    count = Positive()
    weight = Positive()

    def __init_subclass__(cls, /, unit="piece", **rest):
        super().__init_subclass__(**rest)
        cls.unit = unit
        Item.kinds[cls.__name__.lower()] = cls

    def __init__(self, count, weight):
        self.count, self.weight = count, weight

    @property
    def total(self):
        return self.count * self.weight

    def __format__(self, spec):
        if spec == "long":
            return f"{self.count} {self.unit}{'s' * (self.count != 1)} of {type(self).__name__.lower()}, {self.total:.1f} mg"
        return format(self.total, spec)


class Seed(Item, unit="grain"):
    pass


class Leaf(Item):
    pass


class Crumb(Item):
    @property
    def total(self):
        return super().total * 0.9


class Store:
    def __init__(self, capacity):
        self.capacity, self.items = capacity, []

    @property
    def load(self):
        return sum(item.total for item in self.items)

    def add(self, line):
        kind, count, weight = line.split()
        item = Item.kinds[kind](int(count), float(weight))
        if self.load + item.total > self.capacity:
            error = OverflowError(f"no room for {item:long}")
            error.add_note(f"{self.capacity - self.load:.1f} mg are left")
            raise error
        self.items.append(item)

    def batch(self):
        return Batch(self)


class Batch:
    """All or nothing: on an error the store is as before."""

    def __init__(self, store):
        self.store = store

    def __enter__(self):
        self.before = self.store.items[:]
        return self.store

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.store.items = self.before
        return kind is OverflowError and not print("rolled back:", error, *error.__notes__, sep="\n  ")


store = Store(capacity=100)
with store.batch():
    store.add("seed 20 1.5")
    store.add("leaf 1 12.25")
with store.batch():
    store.add("crumb 10 2")
    store.add("leaf 40 3")
for line in ["crumb 4 5", "seed 0 1", "stone 1 1", "leaf many 2"]:
    try:
        store.add(line)
    except (ValueError, KeyError) as error:
        print(f"{line!r}: {type(error).__name__}: {error}")
for item in sorted(store.items, key=lambda item: -item.total):
    print(f"{item:long}")
print(f"load {store.load:.2f} of {store.capacity}")
