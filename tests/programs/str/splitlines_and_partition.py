for s in ("", "a", "a\n", "\n", "a\nb\r\nc\rd", "a\x0bb\x0cc\x1cd\x1de\x85f\u2028g\u2029h", "\r\n\r\n", "x\n\ny"):
    print(ascii(s), ascii(s.splitlines()), ascii(s.splitlines(True)), ascii(s.splitlines(keepends=True)))
for s in ("a=b=c", "=", "abc", "", "a==b"):
    print(s.partition("="), s.rpartition("="), s.partition("=="), s.rpartition("=="))
for call in ("'a'.partition('')", "'a'.rpartition('')", "'a'.partition(5)", "'a'.partition()", "'a'.splitlines(1, 2)"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as error:
        print(error)
