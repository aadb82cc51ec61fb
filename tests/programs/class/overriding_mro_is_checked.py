# What an overriding mro() gives must be classes with the layout of the class.
def attempt(answer, *bases):
    class Meta(type):
        def mro(cls):
            return answer(cls)

    try:
        made = Meta("Made", bases, {})
        print([base.__name__ for base in made.__mro__], made().__class__.__name__)
    except TypeError as error:
        print(error)


class Plain:
    x = 1


class Number(int):
    pass


attempt(lambda cls: [cls, object])
attempt(lambda cls: [cls, Plain, object])
attempt(lambda cls: [5])
attempt(lambda cls: [int])
attempt(lambda cls: [cls, Number, object])
attempt(lambda cls: [cls, Number, int, object], int)
attempt(lambda cls: [cls, str, object], int)
attempt(lambda cls: 5)
attempt(lambda cls: (cls,))
for name in ["a\0b", "", "other"]:
    try:
        Plain.__name__ = name
        print(Plain.__name__)
    except ValueError as error:
        print(error)
