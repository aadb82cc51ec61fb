group = ExceptionGroup("wide", [ValueError(i) for i in range(17)])
deep = ValueError("deep")
for level in range(14):
    deep = ExceptionGroup(f"level {level}", [deep])
raise ExceptionGroup("both", [group, deep])
