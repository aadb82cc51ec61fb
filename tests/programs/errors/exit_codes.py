class Stop(SystemExit):
    pass


for code in (None, 3, True, "text"):
    try:
        raise Stop(code)
    except SystemExit as error:
        print(repr(error.code))
raise Stop(300)
