"""Exceptions made and caught: classes raised bare, plain subclasses, changed constructors."""


class Plain(Exception):
    pass


class Own(ValueError):
    def __init__(self, *args):
        super().__init__("own", *args)


class Made(KeyError):
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls, *args)


class Meta(type):
    def __call__(cls, *args):
        print("called")
        return super().__call__(*args)


class Called(Exception, metaclass=Meta):
    pass


def attempt(raiser):
    try:
        raiser()
    except BaseException as error:
        print(type(error).__name__, error.args, repr(error), str(error), error.__dict__)


def throw(what):
    raise what


for kind in (Plain, Own, Made, Called, ValueError, KeyError, StopIteration, OSError, UnicodeError):
    attempt(lambda: throw(kind))
    attempt(lambda: throw(kind()))
    attempt(lambda: throw(kind(1)))
    attempt(lambda: throw(kind(1, "two")))
attempt(lambda: throw(Plain(x=1)))
attempt(lambda: throw(ValueError(x=1)))
Plain.__init__ = lambda self, *args: print("init", args)
attempt(lambda: throw(Plain(1)))
attempt(lambda: throw(Plain))
del Plain.__init__
attempt(lambda: throw(Plain(2)))
attempt(lambda: throw(object))
attempt(lambda: throw(int))


class Slotted(Exception):
    __slots__ = ("x",)


attempt(lambda: throw(Slotted(3)))


def caught(exception, *kinds):
    for kind in kinds:
        try:
            try:
                raise exception
            except kind:
                print("caught by", kind)
        except BaseException as error:
            print("not by", kind, repr(error), repr(error.__context__))


caught(Plain(5), Plain, Exception, ValueError, (ValueError, Plain), (), 5, (ValueError, 5))
caught(KeyError("k"), KeyError, LookupError, (IndexError,), int)
