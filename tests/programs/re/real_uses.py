import re

text = """The quick brown fox, aged 12, jumped over 3 lazy dogs.
Contact: fox@example.com or dog.lazy@mail.example.org on 2024-01-31 / 31.12.2023."""
print(re.findall(r"[\w.]+@[\w.]+\.\w+", text))
print([m.groups() for m in re.finditer(r"(\d{4})-(\d\d)-(\d\d)|(\d\d)\.(\d\d)\.(\d{4})", text)])
counts = {}
for w in re.findall(r"[A-Za-z]+", text):
    counts[w.lower()] = counts.get(w.lower(), 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4])
token = re.compile(
    r"""
    (?P<number>\d+(?:\.\d*)?)   # a number
  | (?P<name>[A-Za-z_]\w*)      # a name
  | (?P<op>[-+*/()=])           # an operator
  | (?P<space>\s+)
  | (?P<bad>.)
    """,
    re.VERBOSE,
)
for m in token.finditer("x1 = 3.5*(y - 2)?"):
    if m.lastgroup != "space":
        print(m.lastgroup, repr(m.group()), m.span(), end="; ")
print()
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseNameHTTP").lower())
print(re.sub(r"_([a-z])", lambda m: m[1].upper(), "snake_case_name"))
print(re.sub(r"\B(?=(\d{3})+$)", ",", "1234567"))
print(re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
log = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326'
print(re.match(r'(\S+) \S+ \S+ \[([^]]+)\] "(\w+) ([^"]*?) [^"]*" (\d+) (\d+|-)', log).groups())
print(re.sub(r"<(\w+)[^>]*>(.*?)</\1>", r"\2", "<b>bold</b> and <i class='x'>it</i>"))
print(bool(re.fullmatch(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", "192.168.1.255")))
print(re.findall(r"(?i)\b(\w)\w*\1\b", "Anna bob Civic dog radar"))
big = "a" * 30 + "b"
print(re.match(r"(a+)+b", big).span(), re.match(r"(a|aa)+$", "a" * 22 + "c"))
print(len(re.findall(r"\w+", "word " * 300)), re.sub(r"\s+", " ", "a  b\t\tc\n\nd" * 50)[:20])
deep = "(" * 60 + "a" + ")" * 60
print(re.compile(deep).groups)
match re.match(r"(\w)=(\d)", "k=7").groups():
    case (k, v):
        print(k, int(v))
