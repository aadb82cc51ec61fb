import string
from string import Template, Formatter
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = Template("$a ${b}c $$ $d_1 ${e}"); print(x.safe_substitute(a=1, b=2), x.get_identifiers(), x.is_valid(), x.template); t(lambda: x.substitute(a=1)); t(lambda: x.substitute({"a": 1}, b=2, d_1=3, e=4)); t(lambda: Template("$").substitute()); t(lambda: Template("a\n $1").substitute()); t(lambda: Template("${a").safe_substitute(a=1)); t(lambda: Template("$ $").is_valid()); t(lambda: x.substitute(1, 2)); t(lambda: Template("$é $A").substitute(A=1)); t(lambda: Template("$x").substitute({"x": None}))
class P(Template):
    delimiter = "%"; idpattern = "[a-z]+"
print(P("%a %b_c %%").safe_substitute(a=1, b=2), P("%A").safe_substitute(a=5, A=6))
class B(Template): braceidpattern = "[0-9]+"
print(B("$a ${1}").safe_substitute({"a": 1, "1": "one"}))
f = Formatter(); print(f.format("{0} {a!r:>5}", 1, a="x"), f.vformat("{0.real}{b[0]}", [5], {"b": "q"}), list(f.parse("a{b!c:d}e{{f}}{}")), f.format("{:{w}}", "x", w=4)); t(lambda: f.format("{} {0}", 1)); t(lambda: f.format("{missing}")); t(lambda: f.format("{}")); t(lambda: f.format("{0!z}", 1)); t(lambda: f.format()); t(lambda: list(f.parse("{")))
class D(Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kw)
    def check_unused_args(self, used, args, kw): print("used", sorted(map(str, used)), args, kw)
    def convert_field(self, v, c): return v.upper() if c == "u" else super().convert_field(v, c)
    def format_field(self, v, spec): return v[::-1] if spec == "rev" else super().format_field(v, spec)
print(D().format("{nope} {0!u} {k:rev}", "abc", k="xyz"))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.printable), repr(string.whitespace), string.ascii_uppercase == string.ascii_lowercase.upper()); print(string.capwords("  the  quick-brown  "), string.capwords("a-b-c", "-"), repr(string.capwords("")))
