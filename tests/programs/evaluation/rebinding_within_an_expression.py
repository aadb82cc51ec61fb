# A variable that a later operand rebinds keeps the value it had when it was read.
def arithmetic(x):
    return x + (x := x + 1) * (x := x + 1) + x


def calls(x):
    return (lambda *a: a)(x, (x := 5), x, *[(x := 6), x], k := x) + (k,)


def containers(x):
    return [x, (x := 2), x], {x: (x := 3), x: x}, (x, (x := 4), x)


def subscripts(a, i):
    return a[i] + a[(i := i + 1)] + a[i]


def comparisons(x):
    return x < (x := x + 1) < (x := x + 1), x, x == (x := 0), x


def strings(x):
    return f"{x} {(x := x + 1)} {x}"


def stores(a, i):
    a[i] = (i := 2)
    a[i] = (a := [0, 0, 0, 0])[i] + i
    return a, i


def augmented(x, a):
    x += (x := 10)
    a[x - 15] += (x := 7)
    return x, a


def unpacking(a, b):
    a, b = b, a
    a, b, c = b, (a := 7), a
    return a, b, c


def swap_into_itself(a):
    a, b = a
    return a, b


def three(a, b, c):
    a, b, c = c, a, b
    return a, b, c


def nested_targets(a, b):
    (a, b), c = (b, a), a
    return a, b, c


def index_target(i, a):
    i, a[i] = 1, 5
    a[i], i = 9, 0
    return i, a


def chain(a):
    a = b = [a, a]
    b = a[0] = 3
    return a, b


def method(x):
    return x.replace("a", (x := "b")) + x


def conditional(x):
    return x if (x := x - 1) else x + 5, x


def loops():
    out = []
    for i in (a := [1, 2, 3]):
        a = i
        out.append(a)
    for out[1], j in [(8, 9)]:
        pass
    return out, a, j


print(arithmetic(1))
print(calls(1))
print(containers(1))
print(subscripts([1, 10, 100], 0))
print(comparisons(1))
print(strings(1))
print(stores([0, 0, 0], 0))
print(augmented(5, [1, 2, 3]))
print(unpacking(1, 2))
print(swap_into_itself((1, 2)))
print(three(1, 2, 3))
print(nested_targets(1, 2))
print(index_target(0, [0, 0]))
print(chain(1))
print(method("banana"))
print(conditional(1), conditional(5))
print(loops())
