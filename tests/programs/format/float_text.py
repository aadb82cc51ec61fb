# repr, str and rounding of floats over many magnitudes.
values = [0.0, -0.0, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345680.0, 9007199254740993.0, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 1e22, 1e23, 4.35, 2.675, 1e-4, 1e-5, 0.00012345, 1234567.5, 0.5, 1.5, 2.5, 1e100, -1e-100, 100.0, 12345678.9]
state = 3
for _ in range(300):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    values.append((state >> 11) / 2**53 * 10.0 ** ((state >> 3) % 600 - 300))
for value in values:
    print(repr(value), f"{value:g} {value:.3f} {value:e} {value:.17g} {value:%}"[:120], value.hex())
for value in [0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 1e15 + 0.5, 123.456, 1e300, 5e-324, -1234.5678]:
    print(value, *(round(value, n) for n in (0, 1, 2, -1, -2, 3, 400, -400)), round(value))
    print(*(value.as_integer_ratio()), float.fromhex(value.hex()) == value, value.is_integer())
