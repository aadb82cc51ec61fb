# getattr, setattr, delattr, hasattr: defaults, names that are no strings, errors that pass through.


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Picky:
    def __getattr__(self, name):
        if name == "boom":
            raise ValueError("boom")
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        if name.startswith("_"):
            raise AttributeError(f"cannot set {name}")
        super().__setattr__(name, value)


picky = Picky()
print(attempt(getattr, picky, "x"), getattr(picky, "x", 5), attempt(getattr, picky, "boom", 5), attempt(hasattr, picky, "boom"), hasattr(picky, "x"))
print(attempt(getattr, picky, 5), attempt(setattr, picky, 5, 1), attempt(delattr, picky, 5), attempt(hasattr, picky, None))
setattr(picky, "odd name!", 1)
print(getattr(picky, "odd name!"), attempt(setattr, picky, "_x", 1), attempt(delattr, picky, "missing"), vars(picky))
delattr(picky, "odd name!")
print(hasattr(picky, "odd name!"), attempt(getattr), attempt(getattr, 1), attempt(setattr, 1, "a"), attempt(getattr, 1, "a", 2, 3))
print(attempt(setattr, 5, "x", 1), attempt(setattr, int, "x", 1), attempt(delattr, [], "append"), attempt(setattr, len, "x", 1), attempt(setattr, "", "upper", 1))
print(getattr(5, "real"), getattr("a", "upper")(), getattr(int, "__name__"), getattr(Picky, "none", "default"))


class Text(str):
    pass


setattr(picky, Text("sub"), 7)
print(picky.sub, getattr(picky, Text("sub")))
