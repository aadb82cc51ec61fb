def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
t(sorted, [], keys=1); t(sorted); t(sorted, [1], 2); t(sorted, 5); t(sorted, [], key=5); t(sorted, [1], key=5); t(sorted, [2, 1], reverse="x"); t(sorted, [], reverse=[])
t([].sort, 1); t([].sort, keys=1); t([3, "a"].sort); t(sorted, [1, None, 2]); t(sorted, iterable=[1])
t(min); t(min, 1); t(min, []); t(min, [], default=3); t(min, 1, 2, default=3); t(max, 1, "a"); t(max, key=1); t(min, [1], foo=1); t(max, [1, 2], key=None)
t(sum); t(sum, ["a"]); t(sum, [], "a"); t(sum, [b"a"], b""); t(sum, [[1], [2]], []); t(sum, [1], start=2); t(sum, 1, 2, 3); t(sum, start=1)
t(enumerate); t(enumerate, 1); t(enumerate, [], "a"); t(zip, 1); t(list, zip([1], [2], strict=2)); t(list, zip([1], [], strict=True)); t(list, zip([], [1], strict=True)); t(list, zip([1], [1], [], strict=True))
t(map); t(map, 1); t(map, len); t(list, map(5, [1])); t(filter, 1); t(filter, None); t(list, filter(5, [1])); t(reversed, 5); t(reversed, {1}); t(list, reversed({1: 2})); t(reversed)
t(print, 1, sep=1); t(print, 1, end=1); t(print, 1, foo=1); t(print, file=5); t(round, "a"); t(round, 1.5, "a"); t(round, 1.5, None); t(round); t(divmod, 1); t(divmod, 1, 0); t(divmod, 1.5, 0); t(divmod, "a", 1)
t(pow, 2); t(pow, 2, -1, 0); t(pow, 2, -1, 4); t(pow, 2.0, 1, 3); t(pow, 0, -1); t(pow, 2, 3, None); t(pow, "a", 1); t(pow, base=2, exp=5, mod=7); t(abs, "a"); t(abs); t(chr, -1); t(chr, 0x110000); t(chr, "a"); t(ord, "ab"); t(ord, b"ab"); t(ord, 1)
t(hash, []); t(hash, ([],)); t(id); t(len, 5); t(len); t(callable); t(isinstance, 1, 5); t(isinstance, 1, (int, 5)); t(issubclass, 1, int); t(issubclass, int, 5); t(isinstance, 1, list[int]); t(isinstance, 1)
t(getattr, 1, 2); t(getattr, 1); t(setattr, 1, "a", 2); t(delattr, 1, "real"); t(hasattr, 1, 2); t(vars, 1); t(dir, 1, 2); t(iter, 5); t(iter, 5, 5); t(next, []); t(next, iter([])); t(next, iter([]), 4); t(input, 1, 2)
t(open, 5.5); t(open, "x", "zz"); t(open, "x", "rw"); t(open, "x", "rb", encoding="u"); t(open, "/nonexistent"); t(compile, "1", "f", "bad"); t(compile, 5, "f", "exec"); t(eval, 5); t(exec, 5); t(eval, "1 +"); t(format, 1, 2); t(format, "a", "d"); t(bin, 1.5); t(hex, "a"); t(oct)
t(type, 1, 2); t(type, "A", 1, {}); t(type, 1, (), {}); t(type, "A", (), []); t(super); t(object, 1); t(int, "a", 1); t(__import__, "")
