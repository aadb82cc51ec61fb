import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/_modules" if "/" in __file__ else "_modules")
from counted import counted


def helper():
    return 1


def main():
    namespace = {"helper": helper}
    exec("for i in range(3): helper()", namespace)
    eval("helper() + helper()", namespace)
    code = compile("helper()", "<made>", "eval")
    eval(code, namespace)
    getattr(main, "__name__"), setattr(helper, "mark", 1), hasattr(helper, "mark"), isinstance(1, int), callable(helper)
    print("done", end="\n")


counted(main)
