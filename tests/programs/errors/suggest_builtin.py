def f(values):
    return sortd(values)


f([1])
