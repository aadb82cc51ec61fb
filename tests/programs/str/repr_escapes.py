for s in ("", "plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nret\rback\\", "\x00\x1f\x7f\x80\xa0\xad", "é€🙂", "\u2028\ufeff\ue000", "\ud800\udfff", "\U000e0001\U0010ffff", "\u0378"):
    print(ascii(s), ascii(repr(s)))
print(repr("é🙂"), [("a'b", 'a"b')], ascii("é🙂\ud800"))
