# Only so many digits decide how a number is rounded, but all others must be digits.
many = "0" * 10_000
for text in (
    many + "1.5" + many, "-" + many + "." + many, "0." + many + "25e10002", "25" + many + "e-10001", "1" + many,
    "1e" + "9" * 10_000, "-1e-" + "9" * 10_000, "0e" + "9" * 10_000, "9007199254740993." + many,
    "9007199254740993." + many + "1", "9007199254740991.5" + many, "9007199254740992." + "9" * 10_000,
    "4.9406564584124654e-324" + "", "2.4703282292062327208e-324", "1_0" * 5_000, "0." + "3" * 10_000, many + ".",
    "." + many, " " * 600_000 + "2.5" + "\n" * 600_000,
):
    print(len(text), float(text), float(text.encode()))
for text in (many + "x", many + "1e", many + "1e+", "1." + many + ".1", "1" * 5_000 + "__1", "_" + many, many + "_", " " * 600_000):
    try:
        float(text)
        print("no error")
    except ValueError as error:
        print(str(error)[:45], len(str(error)))
