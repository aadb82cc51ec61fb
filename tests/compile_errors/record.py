"""Records what CPython 3.13 says of every case in cases.txt: python3.13 record.py > expected.txt

A case's record is its number and one line for each warning, then the error or `ok`.
"""
import os
import warnings

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "cases.txt"), encoding="utf-8") as file:
    cases = file.read().split("\n=====\n")
for number, case in enumerate(cases, 1):
    print(f"# {number}")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(case.rstrip("\n") + "\n", "case", "exec")
            outcome = "ok"
        except SyntaxError as error:
            place = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
            outcome = f"{type(error).__name__} {place} {error.msg}"
    # A loop's condition is compiled twice in CPython, and warned of twice.
    for warning in dict.fromkeys(f"warning {warning.lineno} {warning.message}" for warning in caught):
        print(warning)
    print(outcome)
