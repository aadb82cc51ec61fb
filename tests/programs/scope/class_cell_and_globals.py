"""`__class__` in comprehensions of a class body and in an early `mro`; `global` in a handler before `else`."""


def attempt(text, namespace):
    try:
        exec(text, namespace)
    except (NameError, SyntaxError) as error:
        print(type(error).__name__, error)


attempt("class C:\n    [__class__ for x in (1,)]\n", {})
attempt("class C:\n    [[__class__ for y in (1,)] for x in (1,)]\n", {})
attempt("[__class__ for x in (1,)]", {})
attempt("try:\n    pass\nexcept ValueError:\n    global a\nelse:\n    print(a)\n", {"a": 5})
attempt("try:\n    pass\nexcept* ValueError:\n    global a\nelse:\n    print(a)\n", {"a": 6})
attempt("try:\n    pass\nexcept ValueError:\n    print(a)\nelse:\n    global a\n", {"a": 7})


class Meta(type):
    def mro(cls):
        print("own class:", cls.__dict__["own"]() is cls)
        return super().mro()


class A(metaclass=Meta):
    def own():
        return __class__


class Names:
    def __getitem__(self, name):
        if name == "a":
            return 12
        raise KeyError(name)

    def __setitem__(self, name, value):
        print("stored", name, value)

    def keys(self):
        return list("xyz")


exec("b = a; c = dir()", {}, Names())
