# Classes of a metaclass show their own namespace: the metaclass gives them no second `__dict__`.
class Meta(type):
    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        print(name, "method" in cls.__dict__, "method" in vars(cls))
        return cls


class Made(metaclass=Meta):
    def method(self):
        return 1


print("__dict__" in Meta.__dict__, "__weakref__" in Meta.__dict__)
print(sorted(name for name in Made.__dict__ if not name.startswith("_")))


class Failure(Exception):
    pass


print("__dict__" in Failure.__dict__, "__weakref__" in Failure.__dict__)
Made.added = 2
print(Made.__dict__["added"])
