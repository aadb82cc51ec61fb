# byte order mark
x = """a
b"""
if x:
    y \
  + z
