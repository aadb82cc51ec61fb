"""Strings of one character below 256, and the empty one, exist once: among the constants too."""
import sys

text = "a+é "
plus = "+"
signs = ("+", "-", " ", "é", "")
nested = (("+", ("é",)), "+")
among = {"+", "-"}


def constants():
    return "+", ("+", "-"), {"x": "é"}["x"]


print(text[1] is plus, text[1] is signs[0], text[3] is signs[2], text[2] is signs[3], text[:0] is signs[4])
print(nested[0][0] is plus, nested[0][1][0] is text[2], nested[1] is plus)
print([sign is plus for sign in among].count(True), constants()[0] is plus, constants()[1][0] is plus)
print(constants()[2] is text[2], chr(43) is plus, "a+b"[1:2] is plus, "+a".rstrip("a") is plus)
print(sys.intern("".join(["+"])) is plus, eval("'+'") is plus, eval("('+', 1)")[0] is plus)
print("€" + "" == "€", len({id(c) for c in "€€"}) >= 1)
print(text[1] in ("+", "-"), text[0] in ("+", "-"), text[2] in ("x", "é"))
