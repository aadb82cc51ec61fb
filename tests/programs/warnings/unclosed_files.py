# Files that are dropped while they are open are warned of, if the filters ask for it.
import io
import warnings


def drop(mode, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        open("/dev/null", mode, **options)
        line = 9
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.lineno == line, warning.source)


drop("r", encoding="utf-8")
drop("rb")
drop("wb")
drop("r+b")
drop("rb", buffering=0)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with open("/dev/null"):
        pass
    file = open("/dev/null", closefd=True)
    file.close()
    del file
    io.TextIOWrapper(io.BytesIO(b"abc"))
    io.BufferedReader(io.BytesIO())
    owner = open("/dev/null")
    open(owner.fileno(), closefd=False)
    owner.close()
    detached = open("/dev/null").detach().detach()
    detached.close()
print(len(caught))

open("/dev/null")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    import sys

    hook = sys.unraisablehook
    sys.unraisablehook = lambda it: print(it.exc_type.__name__, it.exc_value, type(it.object).__name__)
    open("/dev/null", encoding="utf-8")
    sys.unraisablehook = hook
