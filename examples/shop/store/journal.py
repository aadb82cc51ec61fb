"""A file of JSON texts, one a line, that only grows."""

import json


class Journal:
    def __init__(self, path):
        self.path = path
        self.file = None

    def __enter__(self):
        self.file = open(self.path, "a+", encoding="utf-8")
        return self

    def __exit__(self, *exception):
        self.file.close()
        return False

    def write(self, kind, /, **fields):
        self.file.seek(0, 2)
        json.dump({"kind": kind, **fields}, self.file, ensure_ascii=False, sort_keys=True)
        self.file.write("\n")

    def __iter__(self):
        self.file.seek(0)
        for line in self.file:
            yield json.loads(line)

    def __len__(self):
        return sum(1 for _ in self)
