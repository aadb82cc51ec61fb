# Long strings are padded and cut part by part, with the same results and errors.
s = "ab" * 3_000_000
for spec in ("", "s", "7000000", ">7000000", "^7000001", "*<7000000", "é^6500000", ".5", "10.3", ".5000001", "<7000000.6000000s"):
    text = format(s, spec)
    print(spec, len(text), text[:3], text[-3:], text.count("ab"), hash(text) == hash(s + "") if text == s else "")
wide = "a€" * 3_000_000
for spec in ("7000000", "^7000001", ".4", ".5000001"):
    text = f"{wide:{spec}}"
    print(spec, len(text), text[0] == "a", text[-1] == " ", text.count("€"))
for spec in ("d", "+", " ", "=10", "#", "z", "=7000000", "x7", ","):
    try:
        print(spec, len(format(s, spec)))
    except ValueError as error:
        print(spec, error)
