calls = ["'a'.upper(1)", "'a'.lower(x=1)", "'a'.find()", "'a'.find('a', 1, 2, 3)", "'a'.find(sub='a')", "'a'.find(5)", "'a'.find('a', 'b')", "'a'.count(None)", "'a'.index(b'a')", "'a'.center()", "'a'.join('a', 'b')", "'a'.isalpha(1)", "'a'.encode('a', 'b', 'c')", "'a'.split('a', 1, 2)", "'a'.format_map()", "'a'.format_map(1, 2)", "'a'.zfill()", "'a'.expandtabs(1, 2)", "str.upper()", "str.upper(5)", "str.join(',')", "'a'.__len__(1)", "'a'.__getitem__()", "'a'.__contains__()", "'a'.nope", "'a'.removeprefix()", "'a'.swapcase(None)", "len('a', 'b')", "'a'()"]
for call in calls:
    try:
        print(call, eval(call))
    except (TypeError, AttributeError) as error:
        print(call, type(error).__name__, error)
