# runs: plain leaks; a collection at every allocation would take minutes
# Functions of module struct with a few hundred combinations of arguments.
from _lib.probe import ALL, module

FORMATS = ["'i', 1", "'<i', 2**31", "'>h', -32769", "'B', 256", "'b', 'a'", "'f', 1e39", "'e', 65520.0", "'d', 'x'", "'3s', b'ab'", "'3s', 'ab'", "'c', b'ab'", "'p', b'abc'", "'5p', b'abc'", "'?', []", "'2i', 1",
           "'i', 1, 2", "'z', 1", "'i i', 1, 2", "'<q', 2**63", "'Q', -1", "'n', 1", "'<n', 1", "'P', 0", "'0i'", "'xi', 1", "'99999999999999999999i'", "'i', 1.0", "'i', Index(3)", "'3'", "'@ib'", "'=ib'", "'\\u20ac'", "b'i', 1"]
DATA = ["'i', b'abcd'", "'i', b'abc'", "'>H', b'ab'", "'<2b', b'ab', 1", "'3s', b'abc'", "'e', b'ab'", "'i', 'abcd'", "'<i', b'xabcd', 1", "'<i', b'abcd', -4", "'<i', b'abcd', -5", "'<i', b'abcd', 9", "'0s', b''", "'p', b'a'", "'', b''", "'<b', b''"]
module("struct", ["pack", "calcsize"], [each for each in ALL if "'%s'" not in each], extra=FORMATS)
module("struct", ["unpack", "unpack_from", "iter_unpack"], [each for each in ALL if "," not in each], extra=FORMATS + DATA)
