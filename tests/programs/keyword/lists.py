import keyword
print(keyword.kwlist, keyword.softkwlist, len(keyword.kwlist))
for word in ("if", "match", "_", "type", "print", "None", "none", "async", "", "case"):
    print(word, keyword.iskeyword(word), keyword.issoftkeyword(word))
for word in keyword.kwlist:
    try: compile(f"{word} = 1", "<k>", "exec"); print(word, "is a name")
    except SyntaxError as e: print(word, e.msg)
for word in keyword.softkwlist: exec(f"{word} = 1; assert {word} == 1")
