class Plain:
    """What it is."""

    x: int = 1
    y = x

    def __init__(self, x):
        self.x = x
        self.__private = x

    def __hidden(self):
        return __class__, self.__private


@decorator
class Derived(Plain, Other, metaclass=Meta, flag=True):
    def __init__(self):
        super().__init__(1)


class Unpacked(*bases, **options):
    pass


def local():
    x = 1

    class Inner:
        y = x
        x = 2

        def method(self):
            return x

        z = [x for _ in y]
        w = [y + a for a in y]

    return Inner
