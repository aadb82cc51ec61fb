try:
    raise KeyboardInterrupt("by hand")
except KeyboardInterrupt as error:
    print(repr(error))
raise BaseException("base")
