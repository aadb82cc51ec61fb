from _modules.circular_a import a
b = 2
