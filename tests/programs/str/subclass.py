class Tag(str):
    def __new__(cls, text, kind="span"):
        self = super().__new__(cls, text)
        self.kind = kind
        return self

    def upper(self):
        return Tag(super().upper(), self.kind)


t = Tag("hello world, this is a longer string", "b")
short = Tag("x")
print(t, repr(t), t.kind, t.upper(), t.upper().kind, type(t.lower()), type(t[:]), type(str(t)), type(t + ""), type(short * 1), type(t.strip()), type(t.replace("q", "z")))
print(t == "hello world, this is a longer string", hash(short) == hash("x"), {short: 1}["x"], "-".join([t, short])[-3:], len(t), short in "xyz", f"{t:.5}", "%s" % short)
print(t.split()[0], short.center(5), sorted([Tag("b"), "a", Tag("c")]), isinstance(t, str), t.__dict__, Tag("é🙂")[1] == "🙂")


class Shout(str):
    def __str__(self):
        return "SHOUT"

    def __repr__(self):
        return "repr!"

    def __format__(self, spec):
        return "format:" + spec


s = Shout("quiet")
print(s, str(s), repr(s), [s], f"{s}", f"{s:x}", "%s" % s, "{}".format(s), "{!s}".format(s), "a" + s, s + "a", "".join([s]))
