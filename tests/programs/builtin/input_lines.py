# input: prompts, line ends, the end of the input.
print(repr(input()))
print(repr(input("prompt> ")))
print(repr(input(5)))
print(repr(input()))
try:
    input("last? ")
except EOFError as error:
    print()
    print(type(error).__name__, error)
try:
    input(1, 2)
except TypeError as error:
    print(error)
