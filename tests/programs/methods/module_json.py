# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module json with a few hundred combinations of arguments.
from _lib.probe import module

TEXTS = [repr(text) for text in ("1", "[1, 2", "{\"a\": }", "nul", "[1,]", "{\"a\":1,}", "\"\\x\"", "\"\\ud800\"", "1.5e3", "-", "NaN", "-Infinity", " [1 ] x", "{1: 2}", "01", "\"a\nb\"", "[" * 20, "\ufeff1", "")]
module("json", ["loads"], extra=TEXTS + ["'1', parse_int=str", "'[1.5]', parse_float=str", "'{\"a\": 1}', object_hook=list", "'{\"a\": 1}', object_pairs_hook=tuple", "'NaN', parse_constant=str",
       "'1', cls=5", "b'[1]'", "'[1]'.encode('utf-16')", "b'\\xff'"])
module("json", ["dumps"], extra=["{1: 2, None: 3, True: 4, 1.5: 5}", "{(1, 2): 3}", "{(1, 2): 3}, skipkeys=True", "[1, {'b': [], 'a': {}}], indent=2", "[1, 2], indent='>'", "[1, 2], separators=(';', '=')",
       "{'b': 1, 'a': 2}, sort_keys=True", "{'b': 1, 2: 2}, sort_keys=True", "'\\u20ac', ensure_ascii=False", "float('nan'), allow_nan=False", "object(), default=lambda o: 'D'", "object(), default=str.upper", "[1], indent=-1", "[1], indent=True", "[1], separators=5", "recursive_list(), check_circular=False" if 0 else "[1], foo=2"])
