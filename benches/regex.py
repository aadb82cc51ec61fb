"""The same work as `benches/regex.rs`, with `re`."""
import pathlib
import re
import time

source = pathlib.Path(__file__).with_name("regex.rs").read_text()
TEXT = (
    '127.0.0.1 - bob [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif?x=1 HTTP/1.0" 200 2326\n'
    "The quick brown fox, mail: joe.bloggs@mail.example.com; it's 12:30 on 2024-02-29. 'quoted text' 0x1F\n"
    "def parse(self, text): return [int(word) for word in text.split(',') if word.isdigit()]  # comment\n"
) * 3500
patterns = []
for row in re.findall(r'^    \(r(?:"(.*)"|#"(.*)"#), (0|flags::\w+)\),$', source, re.M):
    flags = 0 if row[2] == "0" else getattr(re, row[2][7:])
    patterns.append((row[0] or row[1], flags))
for pattern, flags in patterns:
    compiled = re.compile(pattern, flags)
    best = 1e9
    for _ in range(3):
        begin = time.perf_counter()
        search = compiled.scanner(TEXT).search
        count = 0
        while search():
            count += 1
        best = min(best, time.perf_counter() - begin)
    print(f"{best * 1000:8.2f} ms {count:8} {pattern}")
begin = time.perf_counter()
for _ in range(10):
    re.purge()
    for pattern, flags in patterns:
        re.compile(pattern, flags)
print(f"{(time.perf_counter() - begin) * 1e6 / 10 / len(patterns):8.2f} us to compile a pattern")
