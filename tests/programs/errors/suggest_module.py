def f():
    return math.sin(1)


try:
    f()
except NameError:
    print(tme.time())
