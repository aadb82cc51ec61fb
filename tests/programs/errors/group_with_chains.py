def member():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError("member") from error
    except ValueError as error:
        return error


try:
    raise ExceptionGroup("first", [member()])
except ExceptionGroup:
    raise TypeError("after the group")
