import abc
from abc import ABC, ABCMeta, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def helper(): ...
    def describe(self): return f"{self.name} of {self.area()}"

print(sorted(Shape.__abstractmethods__), Shape.area.__isabstractmethod__, Shape.__dict__["name"].__isabstractmethod__)
for cls in (Shape, type("Half", (Shape,), {"area": lambda self: 1, "name": "n", "make": 1})):
    try:
        cls()
    except TypeError as error:
        print(error)
class Square(Shape):
    name = "square"
    def area(self): return 4
    make = helper = None
print(Square().describe(), Square.__abstractmethods__)
class Unrelated: pass
print(issubclass(Unrelated, Shape), isinstance(Unrelated(), Shape))
print(Shape.register(Unrelated) is Unrelated, issubclass(Unrelated, Shape), isinstance(Unrelated(), Shape), Shape in Unrelated.__mro__)
@Shape.register
class Decorated: pass
class Child(Decorated): pass
print(isinstance(Child(), Shape))
token = abc.get_cache_token()
class A(ABC): pass
class B(ABC): pass
A.register(B)
print(abc.get_cache_token() != token, issubclass(B, A))
try:
    B.register(A)
except RuntimeError as error:
    print(error)
for bad in (5, "x", None):
    try:
        A.register(bad)
    except TypeError as error:
        print(error)
    try:
        issubclass(bad, A)
    except TypeError as error:
        print(error)
A.register(int); print(issubclass(bool, A), isinstance(True, A), A.register(int) is int)
class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Hooked:
            return True if hasattr(other, "quack") else NotImplemented
        return NotImplemented
class Duck: quack = 1
class Sub(Hooked): pass
print(issubclass(Duck, Hooked), issubclass(Duck, Sub), issubclass(int, Hooked), issubclass(Sub, Hooked))
class Strange(ABC):
    @classmethod
    def __subclasshook__(cls, other): return "yes"
try:
    issubclass(int, Strange)
except (TypeError, AssertionError) as error:
    print(type(error).__name__)
class Late(ABC):
    @abstractmethod
    def f(self): ...
class Filled(Late): pass
Filled.f = lambda self: "f"
print(Filled.__abstractmethods__); print(abc.update_abstractmethods(Filled) is Filled, Filled.__abstractmethods__, Filled().f())
class Meta(ABCMeta):
    def __instancecheck__(cls, instance): return instance == 5
class M(metaclass=Meta): pass
print(isinstance(5, M), isinstance(6, M), issubclass(int, M))
class Fake:
    @property
    def __class__(self): return Square
print(isinstance(Fake(), Shape), isinstance(Fake(), Square), type(Fake()).__name__)
class Multi(Shape, A):
    area = name = make = helper = 1
print(isinstance(Multi(), A), [c.__name__ for c in Multi.__mro__], Multi.__class__)
del Multi, Sub
class Super(Late):
    def f(self): return super().f()
print(Super().f())
