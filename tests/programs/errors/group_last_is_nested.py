inner = ExceptionGroup("inner", [ValueError(1), ExceptionGroup("innermost", [KeyError(2)])])
inner.add_note("a note\nof two lines")
try:
    raise inner
except ExceptionGroup as error:
    raise BaseExceptionGroup("outer", [KeyboardInterrupt(), error])
