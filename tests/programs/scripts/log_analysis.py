# Lines of a log are parsed with a regular expression, grouped, summed up and shown as JSON and as a table.
import io
import json
import re
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import groupby
from operator import attrgetter

LOG = """\
2024-02-28T23:59:58Z web-1 INFO  GET /index.html 200 12ms
2024-02-28T23:59:59Z web-2 INFO  GET /ants?id=3 200 31ms
2024-02-29T00:00:01Z web-1 ERROR GET /ants?id=x 500 7ms bad id 'x'
broken line
2024-02-29T00:00:05Z web-1 WARN  POST /ants 409 22ms exists
2024-02-29T00:01:00Z web-2 INFO  GET /index.html 304 2ms
"""
LINE = re.compile(r"""
    (?P<when>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s+
    (?P<host>[\w-]+)\s+(?P<level>INFO|WARN|ERROR)\s+
    (?P<method>[A-Z]+)\ (?P<path>/[^\s?]*)(?:\?(?P<query>\S+))?\ (?P<status>\d{3})\ (?P<ms>\d+)ms(?:\ (?P<text>.+))?$
""", re.VERBOSE)


@dataclass(frozen=True)
class Entry:
    when: float
    host: str
    level: str
    method: str
    path: str
    status: int
    ms: int
    query: dict = field(default_factory=dict, hash=False)
    text: str | None = None

    @classmethod
    def parse(cls, line):
        match = LINE.match(line)
        if match is None:
            raise ValueError(f"not a log line: {line!r}")
        fields = match.groupdict()
        fields["when"] = time.mktime(time.strptime(fields["when"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
        fields.update(status=int(fields["status"]), ms=int(fields["ms"]))
        fields["query"] = dict(pair.split("=") for pair in (fields["query"] or "").split("&") if pair)
        return cls(**fields)


class Report:
    def __init__(self, file):
        self.entries, self.bad = [], []
        for number, line in enumerate(file, 1):
            try:
                self.entries.append(Entry.parse(line.rstrip("\n")))
            except ValueError as error:
                error.add_note(f"line {number}")
                self.bad.append(error)

    @cached_property
    def by_host(self):
        ordered = sorted(self.entries, key=attrgetter("host"))
        return {host: list(group) for host, group in groupby(ordered, attrgetter("host"))}

    def summary(self):
        paths = Counter(entry.path for entry in self.entries)
        times = [entry.ms for entry in self.entries]
        return {
            "entries": len(self.entries), "bad": [[str(e), *e.__notes__] for e in self.bad], "paths": paths.most_common(),
            "ms": {"mean": round(statistics.mean(times), 2), "median": statistics.median(times), "worst": max(times)},
            "classes": {f"{k}xx": v for k, v in sorted(Counter(e.status // 100 for e in self.entries).items())},
            "span": max(e.when for e in self.entries) - min(e.when for e in self.entries),
        }

    def table(self):
        rows = [("host", "n", "ms", "levels")]
        for host, entries in self.by_host.items():
            levels = defaultdict(int)
            for entry in entries:
                levels[entry.level] += 1
            rows.append((host, str(len(entries)), str(sum(e.ms for e in entries)), ", ".join(f"{k}:{v}" for k, v in sorted(levels.items()))))
        widths = [max(map(len, column)) for column in zip(*rows)]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


report = Report(io.StringIO(LOG))
print(json.dumps(report.summary(), indent=2, sort_keys=True))
print(report.table())
print(json.dumps(asdict(report.entries[2]), default=str))
print(report.by_host is report.by_host, hash(report.entries[0]) == hash(Entry.parse(LOG.splitlines()[0])), report.entries[1].query)
