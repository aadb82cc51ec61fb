# Where a property, and an instance of a subclass of property, has its docstring.


def documented(self):
    "of the getter"


def bare(self):
    pass


class Raising:
    def __call__(self, instance):
        return 1

    @property
    def __doc__(self):
        raise AttributeError


class Sub(property):
    "of the class"


class Undocumented(property):
    pass


class Slots(property):
    __slots__ = ()


class DocSlot(property):
    __slots__ = ("__doc__",)


def attempt(function, *args, **kwargs):
    try:
        return getattr(function(*args, **kwargs), "__doc__", "no attribute")
    except AttributeError as error:
        return f"AttributeError: {error}"


for kind in property, Sub, Undocumented, Slots, DocSlot:
    short = kind is property
    print(kind.__name__)
    for getter in documented, bare, Raising():
        print("   ", attempt(kind, getter), "/", attempt(kind, getter, None, None, "given"))
    print("   ", attempt(kind) if not short else None, "/", attempt(kind, doc="given"))


class Base:
    @property
    def plain(self):
        "base getter"
        return 1

    @plain.setter
    def plain(self, value):
        "base setter"

    given = property(documented, doc="given")


class Derived(Base):
    @Base.plain.getter
    def plain(self):
        "derived getter"
        return 2

    @Base.given.getter
    def given(self):
        "derived getter of given"


print(Base.plain.__doc__, Derived.plain.__doc__, Derived.given.__doc__, Derived().plain)
print(Base.plain.getter(bare).__doc__, Base.plain.setter(bare).getter(documented).__doc__)
