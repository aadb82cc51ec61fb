def f():
    counter = 1
    print(countr)
    countr = 2


f()
