# runs: plain leaks; counts depend on when collections run
import gc
import weakref

gc.disable()
gc.collect()


class A:
    def __init__(self):
        self.s = self.d = self.i = self.l = self.r = None


def in_own_set():
    a = A()
    a.s = {a}


def in_own_frozenset():
    a = A()
    a.s = frozenset([a])


def key_of_own_dict():
    a = A()
    a.d = {a: 1}


def key_and_value():
    a, b = A(), A()
    d = {a: b}
    b.d = d


def set_of_many():
    people = [A() for _ in range(20)]
    for person in people:
        person.s = set(people)


def set_iterator():
    a = A()
    s = {a}
    a.i = iter(s)


def tuple_key():
    a = A()
    a.d = {(1, a): None}


def set_in_a_list():
    a = A()
    a.l = [{a}, {1, 2}]


def callback_of_a_weakref():
    a = A()
    a.r = weakref.ref(a)


def weakref_with_callback():
    a = A()
    a.r = weakref.ref(a, lambda r: print("never called: the reference is garbage itself"))


for function in [
    in_own_set, in_own_frozenset, key_of_own_dict, key_and_value, set_of_many, set_iterator, tuple_key, set_in_a_list,
    callback_of_a_weakref, weakref_with_callback,
]:
    function()
    print(function.__name__, gc.collect(), gc.collect())
