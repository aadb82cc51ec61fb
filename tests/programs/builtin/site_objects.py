# exit, quit, help and their kind say what they are for; breakpoint follows sys.breakpointhook.
import sys

print(exit, quit)
print(type(exit).__name__, type(help).__name__)
for function, args in [(exit, ()), (quit, (3,)), (exit, ("text",))]:
    try:
        function(*args)
    except SystemExit as error:
        print("exit", error.code)
    except TypeError as error:
        print("refused")
sys.breakpointhook = lambda *args, **kwargs: ("hook", args, kwargs)
print(breakpoint(), breakpoint(1, x=2))
