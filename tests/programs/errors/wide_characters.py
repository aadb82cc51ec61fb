def f(größe, 日本語):
    return größe + 日本語["あいう"] + größe


数 = f("ä日", {"あいう": None})
