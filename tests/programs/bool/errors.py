class Bad:
    def __bool__(self):
        return 1


class Raises:
    def __bool__(self):
        raise ValueError("no truth")


class Long:
    def __len__(self):
        return 0


class Negative:
    def __len__(self):
        return -1


for call in ("bool(1, 2)", "bool(x=1)", "bool(Bad())", "bool(Raises())", "not Bad()", "bool(Negative())", "bool.__new__(int)", "True & 'a'", "True ^ 1.5", "True.__and__('a')"):
    try:
        print(call, eval(call))
    except (TypeError, ValueError) as error:
        print(call, type(error).__name__, error)
print(bool(Long()), not Long())
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)
