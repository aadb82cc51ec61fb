# No time or memory is spent on what cannot be had.
for source in ("1 << (1 << 60)", "-7 << (1 << 50)", "(3).to_bytes(1 << 55, 'big')", "1 << 10**30"):
    try:
        eval(source)
    except (MemoryError, OverflowError) as error:
        print(source, "refused")
print(1 ** (10**100), 0 ** (10**100), (-1) ** (10**100 + 1), 0 << 10**100, 1 >> 10**100)
