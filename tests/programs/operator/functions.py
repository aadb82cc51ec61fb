import operator
from operator import *


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


print(add(1, 2), sub(5, 3), mul(2, 3), truediv(7, 2), floordiv(7, 2), mod(7, 3), operator.pow(2, 10), lshift(1, 4), rshift(16, 2))
print(and_(6, 3), or_(6, 3), xor(6, 3), neg(5), pos(-5), inv(5), invert(5), operator.abs(-3), index(True), not_([]), truth([0]))
print(lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), gt(1, 2), ge(1, 2), is_(None, None), is_not(1, None))
print(concat([1], [2]), contains("abc", "b"), countOf([1, 2, 1, 1.0], 1), indexOf("abc", "c"), getitem({"a": 1}, "a"))
l = [1, 2, 3]
setitem(l, 0, "x")
delitem(l, 1)
print(l, iadd(l, [9]) is l, l, imul(l, 2), iconcat([1], (2,)), ior({1}, {2}), isub({1, 2}, {1}), ixor(5, 1))
print(length_hint([1, 2]), length_hint(iter([1, 2, 3])), length_hint(5), length_hint(5, 7), length_hint(x for x in []))
print(operator.call(max, 1, 5, key=lambda v: -v), operator.__add__ is add, add, add.__name__, add.__doc__)
for call in [
    lambda: add(1, "a"), lambda: add(1), lambda: concat(1, 2), lambda: concat([1], 2), lambda: contains(1, 1),
    lambda: countOf(1, 1), lambda: indexOf([1], 2), lambda: index(1.5), lambda: neg("a"), lambda: lt(1, "a"),
    lambda: length_hint(1, "a"), lambda: getitem([1], 5), lambda: delitem({}, 1), lambda: matmul(1, 2), lambda: operator.call(1),
    lambda: imatmul(1, 2), lambda: ipow("a", 2),
]:
    show(call)


class Hint:
    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


for value in (5, -1, "a", NotImplemented, TypeError("t"), ValueError("v"), 2.5):
    show(lambda: length_hint(Hint(value), 3))
print(sorted(operator.__all__)[:8], len(operator.__all__))
