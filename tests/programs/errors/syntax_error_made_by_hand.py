try:
    raise SyntaxError("made", ("file.py", 3, 5, "    a b c\n", 3, 8))
except SyntaxError:
    try:
        raise SyntaxError("no place")
    except SyntaxError:
        try:
            raise SyntaxError("named", ("file.py", None, None, None))
        except SyntaxError:
            raise SyntaxError(None, ("", 7, 40, "\tx = y\n"))
