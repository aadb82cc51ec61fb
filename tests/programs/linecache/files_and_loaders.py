import linecache, os, sys
path = f"/tmp/anthill-linecache-{os.getpid()}.py"
with open(path, "w", encoding="utf-8") as f: f.write("one\ntwo \N{GREEK SMALL LETTER ALPHA}\nthree")
print(linecache.getline(path, 1), linecache.getline(path, 3), repr(linecache.getline(path, 4)), repr(linecache.getline(path, 0)), repr(linecache.getline(path, -1)), linecache.getlines(path))
with open(path, "w") as f: f.write("changed and longer\n")
print(linecache.getline(path, 1)); linecache.checkcache(path); print(linecache.getline(path, 1)); linecache.checkcache(); linecache.clearcache()
print(linecache.getlines("/no/such/file.py"), linecache.getline("<string>", 1), linecache.cache.get("<string>"))
with open(path, "wb") as f: f.write(b"# coding: latin-1\nx = '\xe9'\n")
print(linecache.getline(path, 2)); linecache.clearcache()
with open(path, "wb") as f: f.write(b"bad \xff utf8\n")
print(linecache.getlines(path)); os.unlink(path)
linecache.cache["<made>"] = (9, None, ["a = 1\n", "1 / 0\n"], "<made>")
try: exec(compile("a = 1\n1 / 0\n", "<made>", "exec"))
except ZeroDivisionError:
    import traceback; print(traceback.format_exc().splitlines()[-3:])
class Loader:
    def get_source(self, name): return f"# {name}\nlazy line\n"
print(linecache.lazycache("lazy.py", {"__name__": "modname", "__loader__": Loader()}), linecache.lazycache("lazy.py", {}), linecache.getline("lazy.py", 2), linecache.lazycache("", {"__name__": "x"}), linecache.getline("other.py", 1, {"__name__": "m2", "__loader__": Loader()}))
