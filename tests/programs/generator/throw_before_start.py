# An exception thrown into a generator that has not begun meets none of its handlers.
def careful():
    try:
        yield 1
    except ValueError:
        print("handled")
        yield 2
    finally:
        print("finally")


for error in [ValueError("x"), KeyError(1), GeneratorExit(), StopIteration(3)]:
    made = careful()
    try:
        print(made.throw(error))
    except BaseException as caught:
        print(type(caught).__name__, caught, caught.__traceback__.tb_next.tb_lineno - careful.__code__.co_firstlineno)
    print(list(made))
made = careful()
print(made.close(), list(made))
made = careful()
print(next(made), made.throw(ValueError("y")))
made.close()


def delegating():
    try:
        yield from careful()
    finally:
        print("outer finally")


try:
    delegating().throw(ValueError("z"))
except ValueError as error:
    print(error)
