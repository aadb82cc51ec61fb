import warnings

SOURCE = "x = 1\ny = ~True + ~False\nz = [~~True]\n"

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    code = compile(SOURCE, "somewhere", "exec")
    compiled = len(caught)
    exec(code)
    print(compiled, len(caught), y, z)
    for warning in caught:
        print(warning.category.__name__, warning.filename.rpartition("/")[2], warning.lineno, str(warning.message)[:40])
    b = True
    print(~b, len(caught))

with warnings.catch_warnings():
    # An error while compiling leaves the expression to be evaluated.
    warnings.simplefilter("error")
    code = compile("y = ~True", "somewhere", "exec")
    try:
        exec(code)
    except DeprecationWarning as error:
        print("raised", str(error)[:40])
