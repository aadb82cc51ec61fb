import sys

sys.stderr = sys.stdout
sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
import warnings

import warns_here
import warns_there

for action in ("default", "once", "module", "always", "ignore", "error"):
    print("--", action)
    warnings.simplefilter(action)
    for function in (warns_here.first, warns_here.first, warns_here.second, warns_there.first):
        try:
            function()
        except UserWarning as warning:
            print("raised", warning)
print(warns_here.__warningregistry__.keys() - {"version"}, warnings.onceregistry)
warnings.resetwarnings()
warns_here.first()
warns_here.deeper(2)
warns_here.deeper(3)
warns_here.deeper(50)
with warnings.catch_warnings(record=True) as log:
    warnings.warn("elsewhere", skip_file_prefixes=(__file__,))
    warns_here.first()
    print([(str(w.message), w.category.__name__, w.filename.rpartition("/")[2], w.lineno) for w in log])
