import atexit


@atexit.register
def first_registered():
    print("runs last")


def with_arguments(*args, **kwargs):
    print("called with", args, kwargs)


atexit.register(with_arguments, 1, 2, key="value")
atexit.register(print, "printed", "at exit", sep="-")


class Callable:
    def __call__(self, x):
        print("instance", x)


atexit.register(Callable(), 5)


def registers_more():
    atexit.register(print, "never seen")
    print("registering now is too late")


atexit.register(registers_more)


def gone():
    print("must not run")


atexit.register(gone)
atexit.register(gone)
atexit.unregister(gone)
atexit.unregister(len)
for call in (lambda: atexit.register(), lambda: atexit.register(5), lambda: atexit.unregister()):
    try:
        call()
    except TypeError as error:
        print(error)
print(atexit.register(with_arguments) is with_arguments, "end of script")
