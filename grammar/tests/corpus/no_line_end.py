if x:
    y # no line end