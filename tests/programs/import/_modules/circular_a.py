from _modules.circular_b import b
a = 1
