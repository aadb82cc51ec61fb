# A str is text already: a comment that names an encoding means nothing there, and no byte order mark is left out.
exec("# coding: latin-1\nprint('é')")
exec("# coding: nonsense\nprint('no such encoding')")
print(ascii(eval(compile("# coding: ascii\n'ü€'", "f", "eval"))))
exec("# coding: latin-1\nprint(ascii('é'))".encode("latin-1"))
for source in ("\ufeffprint(1)", b"# coding: nonsense\n1", b"\xef\xbb\xbf# coding: latin-1\n1"):
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, error.msg)
exec(b"\xef\xbb\xbfprint('bytes may have one')")
