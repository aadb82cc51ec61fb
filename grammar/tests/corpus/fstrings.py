x = f'', f"a", F'''b''', f"""c{d}""", rf"\{x}\n", fR'\N{x}', f'\N{DIGIT ONE}{x}\x41'
x = f'{x}', f'{x!r}', f'{x!s}', f'{x!a}', f'{x:>10}', f'{x!r:>{y}.{z}}', f'{x:}', f'{x!r:}', f'{x!r }'
x = f'{x=}', f'{x = }', f'{x=!r}', f'{x = !s:>5}', f'{x=:{y}}', f'{ x + 1 = }', f'{x:{y=}}', f'{x:a{y=}b}'
x = f'a{{b}}c', f'{{{x}}}', f'}}{{', f'{x}}}', f'{ {1: 2}[1] }', f'{x:{{}}}', f'{x:{{1}[0]}}'
x = f'{f'{f'{x}'}'}', f"{"a"}", f'{'a' 'b'}', f"{f"{x}" + y}", f'{x:{f'{y}'}}'
x = f'{x,}', f'{*a, b}', f'{(yield)}', f'{(lambda x: 1)}', f'{(x := 5)}', f'{x:=5}', f'{x!=y}', f'{x == y}', f'{x if y else z}'
x = f'{a[b:c]}', f'{a["b"]}', f'{a(b=c)}', f'{a.b}', f'{not a}', f'{await_}', f'{x:%H:%M}', f'{x:\x41}'
x = f'{
    x  # comment
}', f'{x
= }', f'''{
x
=
}''', f"{'a' # '
}", f'{x:a
}'
x = f'''a
{x:
  {y}
}
b'''
x = 'a' f'{b}' 'c' f'd{e}f' u'g', u'a' f'{b}', '' f'{x}' '', f'' '', f'{x}' "\
"
x = f'{x}' f'{y}', f'{x=}' f'{y=}', f'{x!r:{y!r:{z!r}}}'
def g():
    x = f'{yield}', f'{yield x}', f'{await x}'
