# runs: plain leaks; counts depend on when collections run
import gc

gc.disable()
gc.collect()


def list_in_itself():
    x = []
    x.append(x)


def two_lists():
    x, y = [], []
    x.append(y)
    y.append(x)


def nested_lists():
    x = [[[]]]
    x[0][0].append(x)


def list_of_lists():
    x = [[] for _ in range(10)]
    for y in x:
        y.append(x)


def dict_in_itself():
    d = {}
    d["d"] = d


def two_dicts():
    d, e = {}, {}
    d[1], e[1] = e, d


def dict_and_list():
    d = {"list": []}
    d["list"].append(d)


def dict_with_plain_dict():
    d = {"plain": {"a": 1, "b": "c"}}
    d["d"] = d


def tuple_and_list():
    x = []
    t = (x, 1, "a")
    x.append(t)


def fresh_plain_tuple():
    x = []
    x.append(tuple([1, 2]))
    x.append(x)


def old_plain_tuple():
    x = []
    x.append(tuple([1, 2]))
    gc.collect()
    x.append(x)


def constant_tuple():
    x = [(1, 2, 3)]
    gc.collect()
    x.append(x)


def nested_tuples():
    x = []
    t = (x,)
    for _ in range(5):
        t = (t,)
    x.append(t)


def list_iterator():
    x = []
    x.append(iter(x))


def dict_views():
    d = {}
    d["keys"] = d.keys()
    d["values"] = d.values()
    d["items"] = d.items()


def dict_iterator():
    d = {}
    d["i"] = iter(d.keys())


def long_chain():
    x = last = []
    for _ in range(1000):
        new = []
        last.append(new)
        last = new
    last.append(x)


def empty_containers():
    x = [[], {}, (), set(), frozenset()]
    x.append(x)


def list_slice_keeps_cycle():
    x = []
    x.append(x)
    y = x[:]
    y.append(y)


def shared_part():
    shared = []
    x, y = [shared], [shared]
    x.append(x)
    y.append(y)


def filter_object():
    x = []
    x.append(filter(None, x))


def slice_object():
    x = []
    x.append(slice(x, None))


for function in [
    list_in_itself, two_lists, nested_lists, list_of_lists, dict_in_itself, two_dicts, dict_and_list,
    dict_with_plain_dict, tuple_and_list, fresh_plain_tuple, old_plain_tuple, constant_tuple, nested_tuples, list_iterator,
    dict_views, dict_iterator, long_chain, empty_containers, list_slice_keeps_cycle, shared_part, filter_object, slice_object,
]:
    function()
    print(function.__name__, gc.collect(), gc.collect())
