# Results that leave and enter the range of machine words are exact.
edges = [0, 1, -1, 2, 2**31, 2**61 - 1, 2**61, -(2**61), -(2**61) - 1, 2**62, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30]
for a in edges:
    for b in edges:
        print(a, b, a + b, a - b, a * b, a & b, a | b, a ^ b)
        if b:
            print(a // b, a % b, divmod(a, b))
