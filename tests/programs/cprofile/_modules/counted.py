"""Prints how often the functions of a program were called, and by whom."""

import cProfile


def _name(code):
    # Addresses are not the same twice.
    return code.partition(" at 0x")[0] if isinstance(code, str) else f"{code.co_qualname}:{code.co_firstlineno}"


def _is_own(code, file):
    return isinstance(code, str) or code.co_filename == file


def counted(function, *args):
    """Profiles a call; shows calls, primitive calls and callees of the functions in its file and of native ones."""
    file = function.__code__.co_filename
    profile = cProfile.Profile()
    try:
        profile.runcall(function, *args)
    except Exception as error:
        print("raised", type(error).__name__)
    rows = []
    for entry in profile.getstats():
        if not isinstance(entry.code, str) and entry.code.co_filename == file:
            calls = sorted(
                (_name(call.code), call.callcount, call.callcount - call.reccallcount)
                for call in entry.calls or ()
                if _is_own(call.code, file)
            )
            rows.append((_name(entry.code), entry.callcount, entry.callcount - entry.reccallcount, calls))
    for name, calls, primitive, callees in sorted(rows):
        print(name, calls, primitive)
        for callee in callees:
            print("   ", *callee)
