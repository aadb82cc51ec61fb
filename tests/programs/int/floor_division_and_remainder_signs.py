# The quotient rounds down and the remainder has the divisor's sign, for every combination of signs.
for a in (7, -7, 0, 1, 10**20, -(10**20)):
    for b in (3, -3, 1, -1, 10**19, -(10**19) + 1):
        q, r = divmod(a, b)
        print(a, b, q, r, q * b + r == a, a // b == q, a % b == r)
for op in ("1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "(10**30) // 0", "(10**30) % 0", "0 ** -1"):
    try:
        eval(op)
    except ZeroDivisionError as error:
        print(op, "->", error)
