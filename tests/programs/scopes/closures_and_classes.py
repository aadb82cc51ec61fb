x = "global"


def cells():
    x = 1

    def get():
        return x

    def set(value):
        nonlocal x
        x = value

    def drop():
        nonlocal x
        del x

    print(get())
    set(2)
    print(get(), x)
    drop()
    for f in get, lambda: x, drop:
        try:
            f()
        except NameError as e:
            print(type(e).__name__, e)
    try:
        x
    except NameError as e:
        print(type(e).__name__, e)
    x = 3
    print(get())


cells()


def parameters(a, *args, b=2, **kwargs):
    def inner():
        nonlocal a
        a += b
        return a, args, b, kwargs

    return inner


f = parameters(1, 5, 6, b=3, c=4)
print(f(), f())


def loop_variables():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


for functions in loop_variables():
    print([g() for g in functions])


class A:
    x = "class"
    y = x

    def method(self):
        return x

    z = [x for _ in range(1)]
    w = [v for v in x]
    u = (lambda: x)()

    class B:
        t = x

    def f(self, d=x):
        return d


print(A.y, A().method(), A.z, A.w[:2], A.u, A.B.t, A().f())


def in_function():
    x = "function"

    class C:
        y = x
        x = "class"
        z = x
        del x
        w = x

        def method(self):
            return x, __class__.__name__

        def deep(self):
            return (lambda: [__class__ for _ in "a"])()

    print(C.y, C.z, C.w, C().method(), C().deep())

    class D:
        global x
        y = x
        nonlocal_ = [x for _ in "a"]

    print(D.y, D.nonlocal_)

    class E:
        nonlocal x
        x = "rebound"

    print(x, hasattr(E, "x"))


in_function()


def globals_():
    global x, fresh
    x = "changed"
    fresh = [x]

    def inner():
        return x

    return inner()


print(globals_(), x, fresh)


def shadow():
    try:
        print(len)
    except UnboundLocalError as e:
        print(e)
    len = 1
    return len


print(shadow())


def mutual():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    return even(10), odd(10)


print(mutual())


class Mangled:
    __secret = 1

    def __init__(self, __arg=2):
        self.__value = __arg
        __local = 3
        self.f = lambda: (self.__value, __local, __arg)

    def get(self):
        return self.__value, self.__secret, self.__class__.__name__

    class __Inner:
        pass

    def keyword(self, **kw):
        return kw

    def call(self):
        return self.keyword(__k=1), [__x for __x in [1]]


m = Mangled()
print(m.get(), m.f(), sorted(vars(m)), sorted(n for n in vars(Mangled) if "Mangled" in n), m.call())


def generator_scope():
    x = 10
    g = (x + y for y in range(3))
    x = 20
    return list(g)


print(generator_scope())


def delete_and_rebind():
    a = 1
    del a
    try:
        a
    except UnboundLocalError as e:
        print(e)
    for a in range(2):
        pass
    del a
    try:
        del a
    except UnboundLocalError as e:
        print(e)


delete_and_rebind()


def conditional(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as e:
        return str(e)


print(conditional(1), conditional(0))


def exception_name():
    e = "before"
    try:
        raise KeyError
    except KeyError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(exception_name())


def exec_sees_its_own():
    x = "local"
    namespace = {}
    exec("y = [x for _ in range(2)]\ndef f(): return x", {"x": "given"}, namespace)
    return namespace["y"]


print(exec_sees_its_own())
print(eval("[x for x in y]", {"y": [1, 2]}), eval("x + z", {"x": 1}, {"z": 2}))
