print(None, repr(None), str(None), bool(None), None == None, None is None, None != 0, hash(None) == hash(None), type(None)())
print(..., repr(...), Ellipsis is ..., type(...)(), bool(...), type(...).__name__)
print(NotImplemented, repr(NotImplemented), type(NotImplemented)() is NotImplemented, type(NotImplemented).__name__)
print(NotImplemented.__reduce__(), (...).__reduce__(), type(None).__name__, isinstance(None, type(None)))
for call in ("None + 1", "None()", "None[0]", "None.foo", "type(None)(1)", "type(...)(1)", "type(NotImplemented)(1)", "None < None", "len(None)", "iter(None)", "None.x", "-None", "[] + None", "format(None, '5')", "type(None).__new__()"):
    try:
        print(eval(call))
    except (TypeError, AttributeError) as error:
        print(call, type(error).__name__, error)
for base in (type(None), type(...), type(NotImplemented)):
    try:
        type("Sub", (base,), {})
    except TypeError as error:
        print(error)
