x = 'a', "b", '''c''', """d""", '', "", '''''', """"""
x = 'a' "b" '''c''' """d"""
x = u'a', U'a', u'a' 'b', 'a' u'b', r'\n', R"\"", 'it\'s', "'", '"'
x = b'a', B"\xff\0\n", br'\n', Rb"\x", rB'a' b"b" B'c', b''
x = '\a\b\f\n\r\t\v\\\'\"\0\08\101\x41\u0041\U0001f600\N{DIGIT ONE}\N{latin small letter a}'
x = "\ud800", "\ud83d\ude00", "é€😀", "a\
b", '''a
b\
c'''
x = """a"b""c\"""d"""
x = ("a"
     "b"  # comment
     "c")
