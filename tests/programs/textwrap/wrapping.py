import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

text = "The quick brown fox jumps over the lazy dog; a well-known sentence, isn't it?  It has   odd spaces and averyveryverylongwordindeed."
for width in (10, 20, 40, 70, 200):
    print(width, wrap(text, width))
print(fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(wrap(text, 25, break_long_words=False), wrap(text, 25, break_on_hyphens=False), wrap(text, 25, drop_whitespace=False), wrap(text, 30, max_lines=2, placeholder=" [...]"))
print(shorten("Hello  world, this is long", 15), shorten("Hello world", 20), shorten("abc def ghi", 7, placeholder=".."), wrap(""), wrap("   "), fill("", 5))
print(repr(dedent("""
    first
      second
    third

    fourth
""")), repr(dedent("\tx\n\t y")), repr(dedent("  a\n b")))
print(repr(indent("a\n\nb\n", "> ")), repr(indent("a\n\nb", "+", lambda line: True)))
w = TextWrapper(width=20, fix_sentence_endings=True, expand_tabs=True, tabsize=4)
print(w.wrap("One sentence. Another one.\tTabbed text here! Yes."), w.fill("a b c"))
for bad in (lambda: wrap("abc", 0), lambda: wrap("abc def", -1), lambda: shorten("abc def", 2), lambda: wrap("a b c d", 3, max_lines=1, placeholder="......")):
    try:
        print(bad())
    except ValueError as error:
        print("ValueError", error)
print(wrap("hello-world foo-bar-baz --option em—dash a-b", 8), wrap("x" * 25, 10), wrap("aaa bbb ccc", 3), wrap("non\nbreaking\tchars", 40, replace_whitespace=False))
