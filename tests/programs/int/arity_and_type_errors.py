calls = [
    "(5).bit_length(1)", "(5).bit_count(x=1)", "(5).conjugate(1)", "(5).as_integer_ratio(2)", "(5).__round__(1, 2)",
    "(5).__format__()", "(5).__format__(5)", "(5).to_bytes(1, 'big', foo=1)", "int.from_bytes()", "int.bit_length()",
    "int.bit_length('a')", "int.__add__(1)", "int.__add__('a', 1)", "int.__add__(1, 'a')", "int.__neg__(1, 2)",
    "int.__new__()", "int.__new__(5)", "int.__new__(str)", "int.__new__(bool)", "1 + 'a'", "1 + None", "-None",
    "1 < 'a'", "1 @ 2", "divmod(1, 'a')", "1 << 'a'", "5()", "5[0]", "5.5[0]", "len(5)", "iter(5)", "(5).foo",
]
for call in calls:
    try:
        print(call, eval(call))
    except (TypeError, AttributeError) as error:
        print(call, type(error).__name__, error)
