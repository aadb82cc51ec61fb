a, b = ValueError("a"), ValueError("b")
a.__context__ = b
b.__context__ = a
a.__cause__ = a
raise a
