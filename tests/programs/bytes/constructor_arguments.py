class B:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


class I:
    def __index__(self):
        return 3


for call in ("bytes()", "bytes(3)", "bytes([1, 2, 255])", "bytes((65, 66))", "bytes(range(5))", "bytes(b'abc')", "bytes('é', 'utf-8')", "bytes('é', 'latin-1', 'strict')", "bytes(B(b'x'))", "bytes(I())", "bytes({1: 2})", "bytes(x for x in [1, 2])", "bytes(source=b'a')", "bytes(string='a')", "bytes(-1)", "bytes('a')", "bytes(5, 'a')", "bytes('a', errors='x')", "bytes(encoding='a')", "bytes(errors='a')", "bytes(b'a', 'ascii')", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes([1.5])", "bytes(1.5)", "bytes(None)", "bytes(object())", "bytes(B('x'))", "bytes(10**30)", "bytes(2**62)", "bytes(1, 2, 3, 4)", "bytes('a', 5)", "bytes('é', 'ascii')", "bytes([10**30])"):
    try:
        print(call, eval(call))
    except (TypeError, ValueError, OverflowError, MemoryError) as error:
        print(call, type(error).__name__, ascii(str(error)))
