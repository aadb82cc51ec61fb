class Finalizer:
    def __get__(self, instance, owner):
        return self

    def __call__(self):
        try:
            {}["x"]
        except KeyError:
            raise ValueError("in __del__")

    def __repr__(self):
        return "<finalizer>"


class Thing:
    __del__ = Finalizer()


thing = Thing()
del thing
print("goes on")
raise SystemExit(1)
