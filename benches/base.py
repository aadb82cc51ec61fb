"""What benches/base.rs measures, in the Python that runs this: times per call, best of several."""

import random
import timeit


def measure(name, call):
    timer = timeit.Timer(call)
    number, _ = timer.autorange()
    number = max(1, number // 20)
    best = min(timer.repeat(9, number)) / number
    unit, scale = ("ns", 1e9) if best < 1e-6 else ("us", 1e6) if best < 1e-3 else ("ms", 1e3)
    print(f"{name:28} {best * scale:9.3f} {unit}")


for digits in (40, 200, 1000, 20_000):
    a, b = 7**digits, 11**digits
    measure(f"multiply {digits}", lambda: a * b)
for digits in (40, 200, 1000):
    a, b = 7**digits, 11**digits
    measure(f"add {digits}", lambda: a + b)
for digits in (40, 200, 1000, 20_000):
    a, b = 11 ** (digits * 2), 7**digits
    measure(f"divmod {digits}", lambda: divmod(a, b))
for digits in (40, 1000):
    a = 11**digits
    measure(f"remainder_by_ten {digits}", lambda: a % 10)
try:
    import sys
    sys.set_int_max_str_digits(0)
except AttributeError:
    pass
for digits in (40, 1000, 20_000):
    a = 11**digits
    measure(f"int_to_text {digits}", lambda: str(a))
for digits in (40, 1000, 20_000):
    text = str(11**digits)
    measure(f"text_to_int {digits}", lambda: int(text))
a, m = 7**90, 10**77
measure("power_modulo", lambda: pow(a, a, m))
for value in (0.1, 3.14159265358979, 1e22):
    measure(f"float_repr {value}", lambda: repr(value))
x = 1234.56789
measure("float_round", lambda: round(x, 2))
measure("float_parse", lambda: float("3.14159265358979"))
measure("format_two_decimals", lambda: format(x, ".2f"))
measure("format_grouped_int", lambda: format(123456789, "15,"))
prose = "the quick brown fox jumps over the lazy dog. " * 2000
wide = "съешь ещё этих мягких французских булок, да выпей чаю. " * 1600
measure("find_absent", lambda: prose.find("lazy cat"))
measure("find_absent_wide", lambda: wide.find("булки"))
measure("count_wide", lambda: wide.count("чаю"))
measure("split_words", lambda: prose.split())
commas = "12,345,6789," * 8000
measure("split_at_comma", lambda: commas.split(","))
measure("replace", lambda: prose.replace("fox", "wolf"))
measure("replace_one_by_one", lambda: prose.replace("e", "a"))
measure("upper_wide", lambda: wide.upper())
measure("lower_ascii", lambda: prose.lower())
measure("repr_ascii", lambda: repr(prose))
letters = "булка" * 10_000
measure("isalpha_wide", lambda: letters.isalpha())
data = wide.encode()
measure("decode_utf8", lambda: data.decode())
measure("encode_utf8", lambda: wide.encode())
source = random.Random(1)
ints = [source.getrandbits(40) for _ in range(100_000)]
measure("sort_plain", lambda: sorted(ints))
texts = [str(i) for i in ints]
measure("sort_texts", lambda: sorted(texts))
