# runs: plain
# A leak, found with the type table's growth and with why().
import anthill.heap as heap


class Session:
    pass


_registry = {}


def handle(number):
    session = Session()
    _registry[number] = session  # Nobody takes it out again.


handle(0)
before = heap.snapshot()
for number in range(1, 101):
    handle(number)
growth = heap.snapshot() - before
print("sessions more than before:", growth["__main__.Session"][0])
print("why:", str(heap.why(_registry[50])).splitlines()[0])
