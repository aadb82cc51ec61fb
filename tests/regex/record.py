"""Writes `cases.tsv`: run it with CPython 3.13, `python3.13 tests/regex/record.py`."""
import pathlib
import re

from oracle import line

A, I, L, M, S, U, X = re.A, re.I, re.L, re.M, re.S, re.U, re.X
lines = []


def case(pattern, operation, *subjects, flags=0):
    for subject in subjects or ("",):
        if isinstance(pattern, bytes) and isinstance(subject, str):
            subject = subject.encode("latin-1")
        lines.append(line(pattern, flags, operation, subject))


# Plain pieces, repeats of every kind, alternatives.
SUBJECTS = ["", "a", "b", "aa", "ab", "ba", "aab", "abab", "aaab\n", "xaabbay", "abcabc"]
for pattern in [
    "a", "ab", "a|b", "a|ab|abc", "ab|a", "a*", "a+", "a?", "a*?", "a+?", "a??", "a{2}", "a{1,2}",
    "a{,2}", "a{1,}", "a{0}", "a{2}?", "a{1,2}?", "a*+", "a++", "a?+", "a{1,2}+", "(a)", "(a)*",
    "(a|b)*", "(a|ab)(c|bcd)?", "(a*)*", "(a*)+", "(a+)+", "(a|b*)*", "(a*?)*", "(a*?)*?", "(a?)*?b",
    "(?:a|b)*?b", "(a)|b", "(a)|(b)", "((a)|b)*", "((a)(b)?)*", "(?:(a)|(b))+", "(a|(b))*b",
    "(?>a|ab)b", "(?>a*)b", "(?>(a)|b)*", "(?:ab|a)*+b", "(?:ab|a)++", "(?:a|b){2,3}+", "(?:a){2}",
    "(?:ab){1,2}?", "(a){0,2}", "(a*){2,3}", "(a?){3}b", "(?:a?){2,}b", "(a|b)??b", ".", ".*", ".+b",
    ".*?b", "^", "$", "^a", "a$", "b$", r"\Aa", r"b\Z", r"\b", r"\B", r"\ba", r"a\b", "[ab]", "[^a]",
    "[a-b]*", "[^a-b]", "(?=a)", "(?!a)", "(?=(a))a", "(?!(a))b", "(?<=a)b", "(?<!a)b", "(?<=(a))b",
    "(?<!ab)a", "(?=a*b)a", "(a)(?(1)b|c)", "(a)?(?(1)b|a)", "(a)?(?(1)b)", "(?:(a)|b)(?(1)b|a)",
    r"(a)\1", r"(a*)b\1", r"(?P<x>a)(?P=x)", r"(a|b)\1*", r"(?:(a)|b)*\1", "a(?#comment)b", "()", "()*",
    "(|a)*", "(|a)+", "(a|)+", "(?:|a)*b", "(?:a|)*?b", "(a{0,2}){0,2}b", "((a*)b)*", "(?!)", "(?=)",
    "a*?$", "(a+|b)*$", "(a+|b){1,2}", "(?:a|b|ab)*", "[ab]+?b", "a.b", "a.?b", "ab*", "ab+?",
]:
    case(pattern, "iter", *SUBJECTS)
    case(pattern, "fullmatch", "a", "ab", "aab", "abab")

# Where `pos` and `endpos` cut.
for pattern in ["^a", "a$", r"\Aa", r"a\Z", r"\ba", "(?<=b)a", "(?<!b)a", "a*", ".", "$", r"\B"]:
    for arguments in ["1", "2", "0,2", "1,2", "2,1", "9", "1,1"]:
        case(pattern, f"search:{arguments}", "bab", "aa\n")
        case(pattern, f"match:{arguments}", "bab")

# Flags.
LINES = "one\ntwo\n\nthree"
for pattern in ["^", "$", "^t", "e$", ".", ".+", r"\A.", r".\Z", "^$", "o.t", "(?s:.+)", "(?s:o.)t",
                "(?m:^)t", "(?-s:.)", "(?sm-i:^.)t"]:
    for flags in (0, M, S, M | S):
        case(pattern, "iter", LINES, flags=flags)
for pattern in ["a", "A", "[a-c]", "[^a]", "[A-Z]+", "é", "ß", "ſ", "s", "K", "k", "\u212a", "i", "İ", "ı",
                "[i-k]", "[\u0130]", "µ", "μ", "ς", "[σ]", "ǆ", "ǅ", "[ǅ]", "ﬅ", "\U00010400", "[\U00010400x]",
                "[\U00010400-\U00010405x]", "[^\U00010428-\U00010430]", "(a)\\1", "(σ)\\1", "\\w", "[\\w-]",
                "ϴ", "Ω", "ω", "[Å-å]", "[^k]", "ꭰ", "Ꭰ", "[\u13a0-\u13f5]", "ᲀ", "в", "(?i:a)B", "(?-i:a)b"]:
    for flags in (0, I, I | A):
        case(pattern, "iter", "aA sSſ kK\u212a iIİı éÉ ßẞ µμΜ σςΣ ǆǅǄ", "ﬅﬆ \U00010400\U00010428x ϴθΘ ΩΩω ÅåÅ ꭰᎠ вВᲀ ab aB AB",
             flags=flags)
for pattern in [rb"a", rb"[a-z]+", rb"\w+", rb"[^a]", rb"\xe9", rb"[\xe0-\xff]", rb"\W", rb"\s+", rb"\d", rb"(a)\1", rb"\b"]:
    for flags in (0, I, L, I | L, A, A | I):
        case(pattern, "iter", "aA bB\xe9\xc9 9\x85_", flags=flags)

# Classes over all sorts of characters.
ODD = "a_9 \t\x0b\x1c\x85\xa0\u0660\u00b2\u00bd\u2003\u3000\u200b\u4e00\u0301\U0001d7ce\ud800\u2167\u0e33"
for pattern in [r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"[\d_]", r"[^\w\s]", r"[\W\d]", r"\w+", r"\b", r"\B",
                r"[\s\S]", r"[^\s\S]", r"\w+\b", r"\d+\s"]:
    for flags in (0, A):
        case(pattern, "iter", ODD, flags=flags)
case("[\ud800-\udfff]", "iter", ODD)
case("[一-龥]+", "iter", "abc 中文 字 x", "中")
case("中|文字", "iter", "中文字文", "abc")
case("é+", "iter", "éé e é", "中éé")
case("\U0001f600+", "iter", "x\U0001f600\U0001f600y", "plain")

# Verbose mode.
for pattern in ["a b", "a # c\n b", "a\\ b", "[a b]", "a[ #]b", "a {2}", "a\n*", "(?-x:a b)", "(?x: a b)c d", "\\#", "a#",
                "#\na", "a | b", "( a ) # x", "(? :a)", "a (?#b) b", "a\\\nb"]:
    case(pattern, "iter", "ab", "a b", "a#b", "aa", "abcd", "abc d", flags=X)
    case("(?x)" + pattern, "iter", "ab", "a b")
for pattern in ["(?x) (?i)a", " (?i)a", "(?i) a", "a|(?i)b", "(?i)(?s)a", "(?i)(?#x)(?m)a", "((?i)a)", "(?i)", "(?x)#\n(?i)a",
                "(?#x)(?i)a", "(?x)|(?i)a", "(?i)|(?x) a", "(?iu)a", "(?ia)a", "(?au)a", "(?L)a", "(?t)a", "(?i", "(?i-", "(?i-)",
                "(?i-:a)", "(?-i)", "(?-i:a)", "(?-:a)", "(?i-i:a)", "(?ii:a)", "(?i-s-m:a)", "(?a:\\w)", "(?u:\\w)", "(?a-i:é)",
                "(?-a:a)", "(?i-L:a)", "(?ix-sm:a)", "(?iq)", "(?i-q:a)", "(?-q:a)", "(?i1)", "(?-1)", "(?-i1)", "(?i:", "(?iLu)",
                "(?aL:a)", "(?é)", "(?i\\)"]:
    case(pattern, "compile")
    case(pattern, "iter", "aA")
    if pattern.isascii():
        case(pattern.encode(), "compile")
case("a", "compile", flags=A | U)
case("a", "compile", flags=L)
case(b"a", "compile", flags=U)
case(b"a", "compile", flags=A | L)
case("a", "compile", flags=I | M | S | X | A)

# Names, numbers, errors.
for pattern in [
    "(?P<n>a)(?P<m>b)", "(?P<n>a)|(?P<n>b)", "(?P<1>a)", "(?P<>a)", "(?P<a", "(?P<a b>x)", "(?P<é>x)(?P=é)", "(?P<a.>x)", "(?P=n)",
    "(?P=n", "(?P=)", "(?P=1)", "(?P<n>(?P=n))", "(?Px)", "(?P", "(?P>n)", "(?", "(?<", "(?<a)", "(?<=", "(?=", "(?!", "(?:", "(?>",
    "(", ")", "a)", "(a", "((a)", "(a))", "(?#", "(?#a", "(?#)", "(?z)", "(?\\)", "(?P\\)", "(?<\\)", "*", "+a", "?", "a**", "a*+*",
    "a*??", "a+*", "a{2}{3}", "a{2}*", "{", "{1}", "a{", "a{}", "a{1", "a{1,", "a{,}", "a{1,2", "a{x}", "a{2,1}", "a{ 1}", "a{1}{",
    "a{4294967295}", "a{4294967294}b", "a{0,4294967295}", "a{99999999999999999999}", "a{0000002}", "a{2,1}?", "^*", "$+", r"\b?",
    "(?:^)*", "(^)*", "(?=a)*", "(?=a)+b", "|*", "(*)", "(|*)", "a|*", "(?i)*", "(?#)*", "[", "[a", "[]", "[]a]", "[^]", "[^]a]", "[]-a]",
    "[a-]", "[-a]", "[a-a]", "[b-a]", r"[\d-a]", r"[a-\d]", r"[a-\]", "[a-", "[a-z", r"[\b]", r"[\B]", r"[\A]", r"[\Z]", r"[\x4]", r"[\x41]",
    r"[\u004]", r"[\u0041-\u0043]", r"[\U0001f600]", r"[\U00110000]", r"[\400]", r"[\377]", r"[\08]", r"[\8]", r"[\9-a]", r"[\q]", r"[\N{EM DASH}]",
    r"[\-]", r"[\]]", r"[\é]", "[[a]", "[[:alpha:]]", "[a--b]", "[a-z--b]", "[a&&b]", "[a||b]", "[a~~b]", "[&&]", "[--a]", "[a-b-c]", "[^[a]",
    "[a--]", "([[a])", "(([a--b]))", "[]", "[\\", "\\", "a\\", "(\\", r"\x", r"\x1", r"\x1g", r"\x41", r"\u41", r"\u0041", r"\U00000041", r"\U0011",
    r"\U00110000", r"\N{EM DASH}", r"\N{XYZZY}", r"\N", r"\N{", r"\N{}", r"\NEM", r"\q", r"\é", r"\_", r"\0", r"\00", r"\000", r"\0000", r"\08",
    r"\1", r"(a)\1", r"(a)\2", r"(a)\10", r"(a)\011", r"(a)\111", r"\400", r"\377", r"\777", r"\18", r"(\1)", r"(a)(\2)", r"((a)\1)", r"(a)\1\1",
    "(?(1)a)", "(a)?(?(1)b|c|d)", "(?(0)a)", "(?(a)b)", "(?P<a>x)?(?(a)b|c)", "(?()a)", "(?(1a)b)", "(?(1", "(?(1)", "(?(1)a", "(?(1)a|b", "(?(2)a)(b)",
    "(?(2)a)(b)(c)", "(?(99999999999)a)", "(?(1073741823)a)", "(?(+1)a)", "(?(\u0661)a)(b)", "(?(1)a)|(b)", "(?(00)a)", "(?( 1)a)(b)",
    "(?<=a*)", "(?<=a+)b", "(?<=ab|c)", "(?<=ab|cd)e", "(?<=a{2})b", "(?<=a{1,2})b", r"(a)(?<=\1)", r"(?<=(a)\1)", r"(?<=(a))\1", r"(?<=(?(1)a))(b)",
    r"(a)(?<=(?(1)a|b))", r"(a)?(?<=(?(1)a|bc))", r"(?<=(a)(?(1)b))", "(?<!a?)", "(?<=(?=a*)b)", "(?<=(?i:a))b", "(?<=^)a", "(?<=\\b)a", "(?<=)a",
    "(?<=a{4294967294}a{4294967294})", "(?<!)", "(?!|)", "(?<=(?>a*))", "(?<=.)a", "(?<=[ab])b", "(?<=(?<=a)b)c", "(?<=(?P<n>a)(?P=n))",
    "(?P<a>x)(?P<b>y)(?P<a>z)", "a\n(b", "a\nb)", "\n\n(?q)", "a\n*\n**", "(?P<n>\n(?P=m)", "é*?+", "(?P<n\ud800>a)", "\\\ud800", "(?P<'>a)", "(?P<\"'>a)",
    "(?P<\n>a)", "(?P<\u200b>a)", "(?P=\xa0)", "(?P<_1>a)", "(?P<ℯ>a)", "a{1}{2}", "(?:a*)*", "(?:a*)+?", "(?>a)*+", "(?>", "(?>a", "x{2}+", "x{2}++",
    "x+++", "x?+?", "(x)?+", "\\Z*", "\\A+", "(?:)*", "()*+", "(?:){3,}", "a|b|", "|", "||", "(|)", "a||b",
]:
    case(pattern, "compile")
    case(pattern, "search", "ab", "aab\u2014 x{1}")
for pattern in [b"(?P<\xe9>a)", b"(?P=\xe9)", b"\\u0041", b"\\N{DASH}", b"\\x4", b"\\\xe9", b"[\xff-\xfe]", b"(?\xe9)", b"\\q", b"[\\\xe9]",
                b"(?P<n>a)(?P=n)", b"(?(\xe9)a)", b"(?P<\xe9", b"\\400", b"[b-\\xe9]"]:
    case(pattern, "compile")
    case(pattern, "search", "aa\xe9")

# Iteration: empty matches next to others, splits, replacements.
for pattern in ["", "a*", "a*?", "b|", r"\b", r"\B", "(?=b)", "$", "^", "(a)|b", "x*", "(x)*", "a|", "(?<=a)", "[ab]", "()", r"\b|:+", "(b)?"]:
    for subject in ["", "a", "abab", "baac", "::a:", "xax"]:
        case(pattern, "iter", subject)
        case(pattern, "split", subject)
        case(pattern, "sub:-", subject)
    case(pattern, "split:1", "abab")
    case(pattern, "split:2", "baac")
for template in [r"<\1>", r"\g<1>", r"\g<0>", r"\g<n>", r"\2", r"\g<2>", r"\g<3>", r"\g<m>", r"\g<", r"\g", r"\gx", r"\g<>", r"\g<1", r"\g<1a>", r"\g<-1>",
                 r"\g< 1>", r"\0", r"\01", r"\007x", r"\08", r"\10", r"\11", r"\111", r"\400", r"\100", r"\18", r"\99", r"\3", r"\n\t\r\a\b\f\v\\", r"\q", r"\x41",
                 r"\u0041", "\\", "a\\", r"\.", r"\&", r"\é", "é", "\\\n", r"\g<00>", r"\g<01>", r"\g<9999999999999999>", r"\g<n>\g<1>\1\\1", r"[\1]\2", r"\8", r"\s",
                 r"\g<é>", r"\g<a b>", "x\n\\q", r"\g<'>"]:
    case("(?P<n>a)(b)?", "sub:" + template, "abcab", "xaya")
    case(b"(a)(b)?", "sub:" + template.encode("latin-1").decode("latin-1"), "abcab")
case("x", "sub:\u20ac", "axb", "中x")

# Longer, as programs use them.
LOG = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326\n10.0.0.9 - bob [x] "POST / HTTP/1.1" 404 -\n'
TEXT = "The quick brown fox, mail: Joe.Bloggs+tag@mail.example.com, and x@y.z; it's 12:30 on 2024-02-29. 1,234.5e-6 0x1F"
for pattern in [r"\w+", r"[\w.+-]+@[\w-]+\.[\w.-]+", r"\d+", r"(\d+):(\d+)", r"(\d{4})-(\d\d)-(\d\d)", r"\b[A-Z]\w*", r"[aeiou]{2,}", r"(?i)the|FOX|mail",
                r"[^\s,]+,", r"\S+$", r"(?:\d+,)*\d+\.\d+(?:e[+-]?\d+)?", r"0x[0-9a-fA-F]+", r"(\w)(\w)\b", r"\b(\w+)\b.*?\b\1\b", r"'[^']*'", r"(?<=@)\w+", r"\w+(?=,)",
                r"quick|brown|fox|it|its", r"(?:the|quick|brown) (?:fox)?"]:
    case(pattern, "iter", TEXT)
    case(pattern, "sub:<\\g<0>>", TEXT)
case(r'^(\S+) (\S+) (\S+) \[([^]]*)\] "(\S+) (\S+) ([^"]+)" (\d{3}) (\S+)$', "iter", LOG, flags=M)
case(r'"(?:[^"\\]|\\.)*"', "iter", r'say "a \"b\" c" and "" or "unclosed')
case(r"/\*.*?\*/", "iter", "a /* b */ c /**/ d /* e\n */", flags=S)
case(r"(?P<key>\w+)\s*=\s*(?P<value>\"[^\"]*\"|\S+)", "iter", 'a=1 b = "two words" c=')
case(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()]))", "iter", "x = 3.14 * (radius_2 + 1)")
case(r"<(\w+)[^>]*>(.*?)</\1>", "iter", "<b>bold</b><i class='x'>it</i><p>no", flags=S)
case(r"(?m)^\s*#.*$", "iter", "# one\ncode\n  # two")
case(r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "search", "192.168.1.255", "256.1.1.1", "1.2.3", "1.2.3.4.")
case(r"^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$", "search", "Passw0rd", "password", "Sh0rt")
case(r"^(?:(\()|[^()])+(?(1)\))$", "search", "(a)", "a", "(a", "a)")
case(r"(?:(?:ab){2,3}c?){1,2}", "iter", "ababcabababcab")
case(r"((\w)\2?)+", "iter", "aabbcde")
case(r"(?:x+x+)+y", "search", "x" * 14, "x" * 30 + "y")

# What would take for ever without a memory for failures.
for pattern in ["(a*)*b", "(a|a)*b", "(a|aa)+b", "(a+)+b", "(?:a?){25}a{25}", "(a*?)*?b", "(?:a|b|ab)*c", "(.*)*x", "((a*)*)*b", "(?:a*a*)*b",
                "(a+)+$", "(?:a{0,3}){0,9}b", "^(a+)+b", "(?:(?:a|a)|(?:a|a))*b", "(a??)*b", r"(\w+\s?)*!"]:
    case(pattern, "search", "a" * 9)
case(r"\s+$", "search", " " * 3000 + "x")
case("(a*)*b", "search", "aaab")
case("()" * 120, "search", "a")

for text in ["", "abc", "a.b*c", "a b\tc\nd", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "é中", "\x00\x0b\x0c"]:
    case("", "escape", text)
    if text.isascii():
        case(b"", "escape", text)

lines = list(dict.fromkeys(lines))
path = pathlib.Path(__file__).with_name("cases.tsv")
path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogateescape")
print(len(lines), "cases")
