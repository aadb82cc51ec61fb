print("a" + "b", "a" + "é", "é" + "🙂", "" + "x", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 10**15, "é🙂" * 2, "x" * True)


class Index:
    def __index__(self):
        return 2


print("ab" * Index(), Index() * "ab")
for source in ("'a' + 5", "5 + 'a'", "'a' + b'a'", "'a' + None", "'a' * 'a'", "'a' * 1.5", "'a' * None", "'a' * 10**30", "'ab' * 2**62", "'a' * 2**62", "'a' - 'b'", "'a' / 2", "-'a'", "'a' & 'b'", "'a'.__add__(5)", "'a'.__mul__('b')", "'a' ** 2"):
    try:
        print(eval(source))
    except (TypeError, OverflowError, MemoryError) as error:
        print(source, type(error).__name__, error)
s = "x"
for i in range(20):
    s += s
print(len(s), s.count("x"))
