error = ValueError("one\ntwo")
error.add_note("a note")
error.add_note("more\nlines\n")
error.__notes__.append(3)


class Odd:
    def __str__(self):
        raise OSError


error.__notes__.append(Odd())
raise error
