values = [0, 7, -7, 1234567, -1234567, 10**20, True]
specs = ["", "d", "5", "<8", ">8", "^8", "=+8", "08", "+", " ", "-", ",", "_", "x", "#x", "X", "#X", "b", "#b", "o", "#o", "_x", "_b", "#_b", "*^12", "010,", "020_", "e", ".2f", "g", "%", "n", "0=+10", "#010x", ">+9,d"]
for spec in specs:
    print(spec, [format(v, spec) for v in values])
print(format(65, "c"), format(0x1F600, "c") == "\U0001f600", format(65, ">5c"))
for value, spec in ((5, "s"), (5, ".2d"), (5, "zd"), (5, ",x"), (5, "_c"), (5, "+c"), (5, "#c"), (-1, "c"), (0x110000, "c"), (5, "5.5"), (5, "k"), (5, "ab"), (5, ",_"), (10**400, "f"), (5, "99999999999999999999")):
    try:
        print(format(value, spec))
    except (ValueError, OverflowError) as error:
        print(spec, type(error).__name__, error)
