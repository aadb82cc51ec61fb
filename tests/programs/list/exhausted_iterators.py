"""An iterator that a loop has brought to its end stays there, though the list grows."""
import sys

numbers = [1, 2, 3]
at_end, behind = iter(numbers), iter(numbers)
for number in at_end:
    next(behind)
numbers.append(4)
print(list(at_end), list(behind), at_end.__length_hint__())
at_end = iter(numbers)
for number in at_end:
    pass
at_end.__setstate__(0)
print(next(at_end, "end"), at_end.__reduce__()[1])
pairs = [(1, 2)]
at_end = iter(pairs)
for a, b in at_end:
    pass
pairs.append((3, 4))
print(list(at_end))
sys.set_int_max_str_digits(1000)
try:
    compile("a = 1\nb = " + "3" * 1001, "<text>", "exec")
except SyntaxError as error:
    print(error, error.lineno, error.offset)
sys.set_int_max_str_digits(0)
print(eval("7" * 5000) % 1000003)
