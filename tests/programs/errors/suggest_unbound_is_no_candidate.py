def f(flag):
    if flag:
        valeu = 1
    return value


f(0)
