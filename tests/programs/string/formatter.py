import string
from string import Formatter, Template, capwords


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable))
print(capwords("  hello   world "), capwords("a-b-c", "-"))
f = Formatter()
print(f.format("{} {}", 1, 2), f.format("{1} {0} {x}", 1, 2, x=3), f.format("{0.real:>5}|{1[a]!r:^7}|{2[0]}", 5, {"a": "v"}, [9]), f.format("{:{}}", "x", 5))
print(f.vformat("{a}-{b}", (), {"a": 1, "b": 2}), f.format("{{}}"), f.format(""), f.format("{x!s:{w}.{p}}", x="abcdef", w=6, p=3))
print(list(f.parse("a{b}c{d!r:>{w}}{{x}}")), f.get_field("0.real", (5,), {}), list(f.parse("")))
for call in [
    lambda: f.format("{"), lambda: f.format("}"), lambda: f.format("{0}"), lambda: f.format("{a}"), lambda: f.format("{} {0}", 1), lambda: f.format("{0} {}", 1),
    lambda: f.format("{0!z}", 1), lambda: f.format("{a.}", a=1), lambda: f.format("{0[}", 1), lambda: f.format(), lambda: f.format("{:{:{}}}", 1, 2, 3), lambda: f.format("{0!rx}", 1),
]:
    show(call)


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return spec.join(str(value)) if spec == "-" else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)), args, kwargs)


print(Default().format("{a} {b!u} {0:-}", "xyz", b="loud"))
t = Template("$who likes ${what}; $$5, $missing")
print(t.safe_substitute(who="tim", what="kung pao"), t.template)
show(lambda: t.substitute(who="tim"))
show(lambda: Template("$").substitute())
show(lambda: Template("a $1b").substitute())
print(Template("$a $b").substitute({"a": 1}, b=2), Template("$a ${b} $$").get_identifiers(), Template("$ok").is_valid(), Template("$ 1").is_valid())


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%with_score %notscored").safe_substitute(with_score="yes"))
