"""Regular expressions: findall, finditer with groups, sub with text and function, split, match in a loop, alternatives."""
import re
import sys

LOG = re.compile(r"(?P<host>[\w.-]+) \[(?P<day>\d+)/(?P<month>\w{3})/(\d{4})\] \"(GET|PUT|POST) ([^\"]*)\" (\d{3}) (\d+|-)")
WORD = re.compile(r"[A-Za-z]+")
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(\*\*|<=|>=|==|[-+*/()<>=,]))")
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
CAMEL = re.compile(r"(?<=[a-z0-9])([A-Z])")


def log_lines(count):
    lines = []
    for i in range(count):
        method = ("GET", "PUT", "POST")[i % 3]
        size = i * 37 % 5000 or "-"
        lines.append(f"ant{i % 7}.hill.example [{i % 28 + 1}/Mar/2024] \"{method} /path/{i}?x={i * 3}\" {200 + i % 5} {size}")
    return lines


def requests(lines):
    total = 0
    hosts = {}
    for line in lines:
        found = LOG.match(line)
        host, size = found.group("host"), found.group(8)
        hosts[host] = hosts.get(host, 0) + 1
        if size != "-":
            total += int(size)
        total += len(found["month"]) + found.end(6)
    return total + max(hosts.values())


def tokens(text):
    result = []
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            break
        result.append((found.lastindex, found.group(found.lastindex)))
        at = found.end()
    return result


def main(size):
    lines = log_lines(60)
    text = "The queen sends 17 workers; they write to ant.one@hill.example and to two+three@deep.hill.example. " * 6
    code = "total = total + price_2 * (3.25 - x1) ** 2 <= limit, other(y, z) / 4 >= 10 == done " * 2
    names = "someLongName anotherName x lowerUpperMixedCase plain " * 6
    total = 0
    for _ in range(size):
        total += requests(lines)
        total += sum(map(len, WORD.findall(text)))
        total += sum(found.end() - found.start() for found in MAIL.finditer(text))
        total += len(tokens(code))
        total += len(CAMEL.sub(lambda found: "_" + found[1].lower(), names))
        total += len(re.sub(r"(\w+) (\w+)", r"\2 \1", text))
        total += len(re.split(r"[;,.]\s*", text)) + len(re.findall(r"queen|worker|ant", text))
        total += len(re.compile("hill").findall(text)) + len(re.findall(r"(?i)QUEEN\s+(\w+)", text))
    return total


print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
