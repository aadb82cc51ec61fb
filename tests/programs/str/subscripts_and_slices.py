for s in ("", "a", "abcdef", "aé€🙂z"):
    n = len(s)
    print(ascii([s[i] for i in range(-n, n)]))
    for start in (None, 0, 1, -2, 10):
        for stop in (None, 0, 3, -1, -10, 10):
            print(ascii([s[start:stop:step] for step in (None, 1, 2, -1, -2, 10**20)]))
for call in ("'abc'[3]", "'abc'[-4]", "'abc'['a']", "'abc'[1.0]", "'abc'[10**30]", "'abc'[::0]", "'abc'['a':]", "''[0]", "'abc'[None]"):
    try:
        print(eval(call))
    except (IndexError, TypeError, ValueError) as error:
        print(call, type(error).__name__, error)
print("abc"[True], "é€"[1] is "é€"[1], "abc"[1] is "xbz"[1])
