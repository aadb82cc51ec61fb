for n in (0, 5, 15, 25, 1234567, -1234567, 10**30 + 5 * 10**9):
    print(n, [round(n, d) for d in (0, 1, -1, -2, -3, -10, -40)])
print(round(5), round(25, -1), round(35, -1), (7).__round__(), (7).__floor__(), (7).__ceil__(), (7).__trunc__())
for args in ((5, "a"), (5, 1.5)):
    try:
        round(*args)
    except TypeError as error:
        print(error)
