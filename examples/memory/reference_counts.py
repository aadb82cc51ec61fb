# Reference counts rising and falling.
#
# Every object knows how many references lead to it. `sys.getrefcount` shows the number, plus one for its own argument.
import sys


class Thing:
    def __del__(self):
        print("  the thing is gone")


def show(what):
    print(f"{what:<34} {sys.getrefcount(thing) - 1}")


thing = Thing()
show("one name")
other = thing
show("a second name")
box = [thing, thing]
show("twice in a list")
box.pop()
show("once in the list")
del other
show("a name less")
box.clear()
show("the list is empty")
print("the last name goes:")
thing = None
print("freed at once, before this line")
