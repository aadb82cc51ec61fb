def plain(f, a, b):
    f()
    f(a)
    f(a, b, 1)
    return f(f(a), g(b))


def methods(o, a):
    o.m()
    o.a.m(a, 1).n(a)
    o.m(a, key=1)
    return o.f.g


def keywords(f, a, b):
    f(a, x=b, y=1)
    f(x=f(b))


def unpacking(f, a, b):
    f(*a)
    f(*a, **b)
    f(1, *a, 2, x=1, **b, y=2)
    f(**a, **b)
    f.m(*a)
    return f(*a, b)


class Base:
    pass


class Derived(Base):
    def method(self, a):
        super().method(a)
        super(Derived, self).method(a, b=1)
        x = super().attribute
        s = super()
        return super().__init__(*a), x, s
