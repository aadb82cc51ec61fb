# Specs of ints, floats and strings, by f-string, format, str.format and percent: what is usual and what is not.
specs = ["", "d", "5", "05", "<5", ">5", "^5", "=5", "*^7", "+", " ", "-", "#x", "#010b", "_x", ",", "_", ",.2f", "+,d", "08,d", "x", "X",
         "o", "b", "c", "n", "e", ".3e", "f", ".0f", ".3f", "10.3f", "<10.2f", "010.2f", "+.1f", "%", ".1%", "g", ".3g", "s", ".2s", "5s",
         "<5s", ".2", "10.2", "é>6", "ł^6", "x<6", "0<6", "=+6", "1000", "100", "95", "96", "97", ".20f", ".15f", ".16f", "z.1f", "٣", "08", "0", "00",
         "5.", "5.5.5", "q", "5q", "\x00", "  ", "é", ",,", ",_", "_,", ",x", ",s", "#s", "=s", "+s", "05s"]
values = [0, 7, -7, 65, 1234567, -(10**9), 2**61, -(2**70), True, 0.0, -0.0, 1.5, -2.675, 1234567.891, 1e16, 1e-5, 1e300, float("inf"), float("-nan"), "", "ab", "héé", "łł"]
for spec in specs:
    row = []
    for value in values:
        try:
            text = format(value, spec)
            row.append(text if len(text) < 30 else (len(text), text[:3], text[-3:]))
            if "{" not in spec and ("{:" + spec + "}").format(value) != text or f"{value:{spec}}" != text:
                row.append("differs!")
        except (ValueError, TypeError, OverflowError) as error:
            row.append(f"{type(error).__name__}: {error}")
    print(repr(spec), row)
conversions = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%.3d", "%i", "%u", "%s", "%5s|", "%-5s|", "%05s", "%.1s",
               "%r", "%5r", "%a", "%f", "%.2f", "%8.3f", "%-8.1f|", "%08.2f", "%+.1f", "%e", "%g", "%c", "%5%", "%%", "%ld", "%200d", "%.0f", "%.20f", "%q", "%"]
for conversion in conversions:
    row = []
    for value in [0, 7, -7, 65, 2**70, True, 1.5, -0.0, 1e16, float("nan"), "ab", "é", None, [1, "x"]]:
        for operand in (value, (value,)):
            try:
                text = conversion % operand
                row.append(text if len(text) < 30 else (len(text), text[:3], text[-3:]))
            except (ValueError, TypeError, OverflowError) as error:
                row.append(f"{type(error).__name__}: {error}")
    print(repr(conversion), row)


class Loud:
    def __str__(self):
        print("str", end=" ")
        return "loud"

    def __repr__(self):
        print("repr", end=" ")
        return "LOUD"

    def __format__(self, spec):
        print("format", repr(spec), end=" ")
        return "formatted"


loud = Loud()
print("%s %r %5s %.2r" % (loud, loud, loud, loud))
print(f"{loud} {loud!r} {loud!s:>6} {loud:x}", "{} {!r} {:y}".format(loud, loud, loud))
print("%s and %(a)s" % {"a": 1} if 0 else "%(a)s %(b)5.1f %(a)r" % {"a": "x", "b": 2})
for text, operand in (("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("plain", 1), ("plain", ()), ("plain", {}), ("%(a)s", 1), ("%*d", (5, 1)), ("%-*.*f|", (8, 2, 1.5)), ("%d", "x"), ("%s%%", "é"), ("é%s", "ł")):
    try:
        print(repr(text % operand))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("{0}{1}{0}".format("a", 5), "{a}-{b:>4}".format(a=1, b="x"), "{}{{}}{}".format(1, 2), "{0[1]} {0[k]}".format({1: 2, "k": 3}))
print("{:{}}".format(5, 6), "{:{w}.{p}f}|".format(2.5, w=8, p=2), "{!r:>6}".format("a"), "é{}ł".format("𝔘"))
print(repr("plain"), repr("it's"), repr('"'), repr("back\\"), repr("é"), repr("\n"), repr("a" * 100)[:3], repr("\x7f"))
print(str(1e15), str(1e16), str(1e-4), str(1e-5), str(123456789.125), repr(-0.0), str(5e-324), f"{1e22}", f"{0.1 + 0.2}", f"{100.0}")
