def names(source):
    local, outer = {}, {}
    exec(source, outer, local)
    outer.pop("__builtins__")
    return sorted(outer), sorted(local)


# A name that any function declares as global is the module's own too.
print(names("def f():\n    def g():\n        global y\n        return y\n    return g\ny = 9\nresult = f()()\n"))
print(names("x = 1\ndef f():\n    global x\n    x = 2\nf()\n"))
print(names("class A:\n    global made\n    made = 1\nother = 2\nmade = 3\n"))
print(names("def f():\n    x = 1\n    def g():\n        global x\n        x = 5\n    g()\n    return x\nx = 7\nr = f()\n"))
print(names("[last := n for n in range(3)]\nplain = 1\n"))
print(names("y: int = 3\ndef f():\n    global y\n"))
for source in (
    "def f():\n    global x\nnonlocal x\n",
    "x = 1\ndef f():\n    global x\nglobal x\n",
    "def f():\n    global x\nx: int = 1\nglobal x\n",
    "def f():\n    global x\nimport x\nglobal x\n",
    "def f():\n    global x\nprint(x)\nglobal x\n",
    "def f():\n    global x\nclass C:\n    nonlocal x\n",
    "def f(a):\n    global x\nfor x in 1, 2:\n    pass\ndel x\nglobal x\n",
):
    try:
        compile(source, "s", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
    else:
        print("compiled")
