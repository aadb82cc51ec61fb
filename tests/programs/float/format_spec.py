values = [0.0, -0.0, 1.5, -1234567.891, 1e-7, 1e22, 123456789.123456789, float("inf"), float("nan")]
for spec in ("", ".3", ".0f", ".2f", "10.2f", "<10.1f", "^12.3e", "+.1f", " .1f", "010.2f", ",.2f", "_.1f", "e", ".0e", "E", "g", ".3g", "#.3g", "G", "%", ".1%", "z.0f", "n", "=+12.1f", "*>12", "015,.1f", "#.0f", "F"):
    print(spec, [format(v, spec) for v in values])
for spec in ("d", "x", "s", "c", ".2d", "abc", ".", "5.", ",_f", ".99999999999f"):
    try:
        print(format(1.5, spec))
    except (ValueError, MemoryError) as error:
        print(spec, type(error).__name__, error)
