# What is suggested for misspelt names of modules of the library, and where the error is shown.
import collections, contextlib, os, re, traceback

for use in (
    lambda: re.complie("x"), lambda: re.IGNORCASE, lambda: os.pathh, lambda: os.PathLik, lambda: collections.orderedDict,
    lambda: contextlib.contextmanger, lambda: collections.zzz,
):
    try:
        use()
    except AttributeError as error:
        print(len(traceback.extract_tb(error.__traceback__)), traceback.format_exception_only(error)[-1], end="")
print(hasattr(os, "PathLike"), hasattr(re, "RegexFlag"), hasattr(re, "nothing"))
