# A bank with two counters: events in a heap, generators as processes, random numbers from a seed, weak references.
import enum
import heapq
import itertools
import random
import statistics
import weakref
from collections import deque
from contextlib import contextmanager


class State(enum.Enum):
    WAITING = enum.auto()
    SERVED = enum.auto()
    GONE = enum.auto()


class Clock:
    def __init__(self):
        self.now, self.events, self.order = 0.0, [], itertools.count()

    def after(self, delay, process):
        heapq.heappush(self.events, (self.now + delay, next(self.order), process))

    def start(self, process):
        self.after(0, process)

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, process = heapq.heappop(self.events)
            try:
                request = process.send(None)
            except StopIteration as stop:
                if stop.value is not None:
                    print(f"{self.now:6.2f} {stop.value}")
                continue
            match request:
                case int() | float() as delay:
                    self.after(delay, process)
                case ("wait", deque() as queue):
                    queue.append(process)
                case _:
                    process.throw(TypeError(f"what is {request!r}?"))


class Customer:
    alive = weakref.WeakSet()
    __slots__ = ("number", "state", "arrived", "__weakref__")

    def __init__(self, number, now):
        self.number, self.arrived, self.state = number, now, State.WAITING
        Customer.alive.add(self)

    def __repr__(self):
        return f"<{self.number} {self.state.name.lower()}>"


class Bank:
    def __init__(self, seed, counters):
        self.clock, self.random = Clock(), random.Random(seed)
        self.queue, self.free, self.waits = deque(), counters, []

    @contextmanager
    def counter(self, customer):
        self.waits.append(self.clock.now - customer.arrived)
        customer.state = State.SERVED
        try:
            yield self
        finally:
            customer.state = State.GONE
            if self.queue:
                self.clock.start(self.queue.popleft())
            else:
                self.free += 1

    def visit(self, number):
        customer = Customer(number, self.clock.now)
        if self.free:
            self.free -= 1
        else:
            yield "wait", self.queue
        with self.counter(customer):
            yield self.random.expovariate(1 / 4)
            if number == 5:
                return f"{customer} forgot the umbrella"
        return f"{customer} {self.waits[-1]:.2f}" if number % 4 == 0 else None

    def arrivals(self, count):
        for number in range(count):
            self.clock.start(self.visit(number))
            yield self.random.uniform(0.5, 2.5)


bank = Bank(2024, 2)
bank.clock.start(bank.arrivals(15))
bank.clock.run(12)
print("queue", len(bank.queue), "alive", sorted(Customer.alive, key=lambda customer: customer.number))
bank.clock.run(1000)
print(f"{len(bank.waits)} waits, mean {statistics.fmean(bank.waits):.3f}, longest {max(bank.waits):.3f}, free {bank.free}")
print(len(Customer.alive))
def odd():
    try:
        yield "nonsense"
    except TypeError as error:
        print("told:", error)
        yield 1
    return "done"
bank.clock.start(odd())
try:
    bank.clock.run(2000)
except Exception as error:
    print(type(error).__name__)
