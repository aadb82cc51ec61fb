# runs: plain leaks; counts depend on when collections run
import gc

gc.disable()
gc.collect()


def recursive_function():
    def f():
        return f
    return None


def two_functions():
    def f():
        return g
    def g():
        return f


def function_attribute():
    def f():
        pass
    f.me = f


def lambda_default():
    x = []
    x.append(lambda y=x: y)


def closure_over_list():
    x = []
    def f():
        return x
    x.append(f)


def property_cycle():
    x = []
    x.append(property(lambda self: x))


def static_and_class_methods():
    x = []
    x.append(staticmethod(x))
    x.append(classmethod(x))


def bound_builtin():
    x = []
    x.append(x.append)


for function in [
    recursive_function, two_functions, function_attribute, lambda_default, closure_over_list,
    property_cycle, static_and_class_methods, bound_builtin,
]:
    function()
    print(function.__name__, gc.collect(), gc.collect())


class Temporary:
    pass


del Temporary
print("class", gc.collect() > 0, gc.collect())
