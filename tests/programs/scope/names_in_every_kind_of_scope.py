# global, nonlocal, class scopes, del, exec and eval inside functions, name mangling.
x = "global"


def outer():
    x = "outer"

    def reads():
        return x

    def assigns():
        x = "inner"
        return x

    def declares():
        global x
        x = "changed global"
        return x

    def rebinding():
        nonlocal x
        x = "changed outer"
        return x

    class C:
        a = x
        x = "class"
        b = x

        def method(self):
            return x

        class Nested:
            c = x

    return reads(), assigns(), C.a, C.b, C().method(), C.Nested.c, rebinding(), reads(), declares(), x


print(outer(), x)


class Reads:
    try:
        print(y)
    except NameError as e:
        print(e)
    y = "y in class"
    print(y)
    del y
    try:
        print(y)
    except NameError as e:
        print(e)


y = "global y"


class Later:
    before = y
    y = "own"
    after = y
    del y
    again = y


print(Later.before, Later.after, Later.again)


def unbound_after_del():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e, e.name)
    v = 2

    def inner():
        return v

    del v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)


unbound_after_del()


def conditional(flag):
    if flag:
        z = 1
    try:
        return z
    except UnboundLocalError as e:
        return str(e)


print(conditional(True), conditional(False))


def loops():
    for i in []:
        pass
    try:
        return i
    except UnboundLocalError as e:
        return str(e)


print(loops())


def except_name():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as n:
        return str(n)


print(except_name())


def nested_nonlocal():
    a = 0

    def one():
        def two():
            nonlocal a
            a += 1

            def three():
                nonlocal a
                a += 10
                return a

            return three

        return two()()

    return one(), a


print(nested_nonlocal())


def exec_inside():
    v = 1
    exec("v = 2; w = 3")
    scope = {}
    exec("v = 4; def_ = v", globals(), scope)
    before = sorted(locals())
    try:
        w
    except NameError as e:
        return v, str(e), scope, before, eval("v + 1"), eval("x", {"x": 5}), eval("[v for _ in 'ab']")


print(exec_inside())


class Mangle:
    __private = 1
    __dunder__ = 2
    _single = 3

    def __method(self):
        return self.__private, type(self).__private

    def get(self):
        __local = 5
        self.__set = __local
        d = dict(__key=1)
        return self.__method(), sorted(self.__dict__), sorted(locals()), d

    def kw(self, __arg=1):
        return __arg

    class __Inner:
        __deep = 1

    def inner(self):
        return sorted(n for n in vars(self.__Inner) if "deep" in n)


m = Mangle()
print(m.get(), m.kw(_Mangle__arg=2), m.inner(), sorted(n for n in vars(Mangle) if n.startswith("_M")))
try:
    m.__private
except AttributeError as e:
    print(e)


class __Odd:
    __v = 1


print([n for n in vars(__Odd) if n.endswith("__v")])


class _:
    __v = 1


print([n for n in vars(_) if n.endswith("__v")])


def defaults(a, b=x, *, c=lambda: x):
    return b, c()


x = "later"
print(defaults(1))


def annotations(a: "x", b: undefined if False else 1 = 2) -> x:
    v: int
    w: str = "w"
    try:
        return v
    except UnboundLocalError as e:
        return str(e), w


print(annotations(1), annotations.__annotations__)


class Annotated:
    a: int
    b: "str" = 1
    (c): float = 2


print(Annotated.__annotations__, hasattr(Annotated, "a"), Annotated.c)
g: int
h: str = "h"
print(__annotations__, "g" in globals())


def recursive_closure(n):
    def f(k):
        return 1 if k == 0 else k * f(k - 1)

    return f(n)


print(recursive_closure(5))


def counter():
    count = 0

    def up():
        nonlocal count
        count += 1
        return count

    def down():
        nonlocal count
        count -= 1
        return count

    return up, down


up, down = counter()
print(up(), up(), down(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
print([f() for f in [(lambda i: lambda: i)(i) for i in range(3)]], (lambda *a, **k: (a, k))(1, b=2))
for source in ("def f():\n x = 1\n global x", "def f():\n nonlocal q", "nonlocal q", "def f(a):\n global a", "def f():\n global a\n nonlocal a", "def f():\n print(a)\n global a", "class C:\n nonlocal z", "def f(a, a): pass", "def f():\n a: int\n global a", "lambda x, x: 1", "def f(__debug__): pass", "None = 1", "def f(): global x; x: int = 1"):
    try:
        exec(source)
        print("fine", repr(source))
    except SyntaxError as e:
        print(e.msg)
print(sorted(k for k in globals() if not k.startswith("_"))[:8], "__builtins__" in globals())
exec("inserted = 1")
print(inserted)
del inserted
try:
    inserted
except NameError as e:
    print(e)
try:
    del inserted
except NameError as e:
    print(e)
