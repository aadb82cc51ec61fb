for n in (0, 1, 255, 256, -1, -128, -129, 2**63, -(2**63), 2**100):
    for length in (0, 1, 2, 8, 9, 13, 20):
        for order in ("big", "little"):
            for signed in (False, True):
                try:
                    data = n.to_bytes(length, order, signed=signed)
                    print(n, length, order, signed, data.hex(), int.from_bytes(data, order, signed=signed) == n)
                except OverflowError as error:
                    print(n, length, order, signed, error)
print((5).to_bytes(), int.from_bytes(b"\x01\x02"), int.from_bytes([1, 2, 3], "little"), int.from_bytes(b""))
for source in ("(5).to_bytes(-1)", "(5).to_bytes(1, 'middle')", "(5).to_bytes('a')", "(5).to_bytes(1, 5)", "int.from_bytes(5)", "int.from_bytes('ab')", "int.from_bytes([256])", "int.from_bytes(b'a', 'x')", "(5).to_bytes(1, 'big', True)"):
    try:
        print(eval(source))
    except (TypeError, ValueError, OverflowError) as error:
        print(source, type(error).__name__, error)
print(bool.from_bytes(b"\x01"), type(bool.from_bytes(b"\x01")))
