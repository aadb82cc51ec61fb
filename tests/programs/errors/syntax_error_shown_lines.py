def f(x):
    return eval(x, {})


f("(1 +\n  'abc' 5)")
