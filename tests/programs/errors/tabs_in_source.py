def f(x):
	if x:
		y = x	+ [1 / 0]
	return y


f([])
