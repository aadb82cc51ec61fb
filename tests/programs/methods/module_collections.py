# runs: plain leaks; a collection at every allocation would take minutes
# The classes of module collections with a few hundred combinations of arguments.
import collections

from _lib import probe
from _lib.probe import module, run

probe.collections = collections
for name in ("deque", "Counter", "OrderedDict", "defaultdict", "ChainMap", "UserList", "UserString"):
    module("collections", [name])
run(collections.deque, ["collections.deque([3, 'a', 1.5])"], only="append appendleft clear copy count extend extendleft insert pop popleft remove reverse rotate __contains__ __add__ __mul__ __eq__ __lt__ __iadd__".split())
run(collections.Counter, ["collections.Counter('banana')"], only="elements most_common subtract total __add__ __sub__ __or__ __and__ __getitem__ __eq__ __le__ fromkeys".split())
run(collections.OrderedDict, ["collections.OrderedDict(a=1, b=2)"], only="move_to_end popitem setdefault update fromkeys __eq__ __or__ __ior__ __getitem__".split())
run(collections.defaultdict, ["collections.defaultdict(list, a=1)"], only="__or__ __ror__ copy setdefault".split())
run(collections.ChainMap, ["collections.ChainMap({'a': 1}, {'b': 2})"], only="new_child get pop popitem __getitem__ __contains__ __or__ keys".split())
