"""`__bases__` assigned again while an `mro` method computes the order for an earlier assignment."""


class Meta(type):
    ready = False

    def mro(cls):
        if Meta.ready and cls.__name__ == "C":
            Meta.ready = False
            C.__bases__ = (B2,)
            if failing:
                raise KeyError("mro")
        return type.mro(cls)


for failing in (False, True):
    class A(metaclass=Meta):
        pass

    class B1(A):
        pass

    class B2(A):
        pass

    class C(A):
        pass

    Meta.ready = True
    try:
        C.__bases__ = (B1,)
    except KeyError as error:
        print("KeyError", error)
    try:
        B1.__bases__ = (C,)
    except TypeError as error:
        print("TypeError", error)
    print(C.__bases__, B1.__bases__, B2.__subclasses__(), B1.__subclasses__(), C.__subclasses__())
