import sys
import traceback
from itertools import islice


def fails():
    x = 1
    y = [x, 2]
    return y[0] / 0


try:
    fails()
except ZeroDivisionError as error:
    traceback.print_exc(file=sys.stdout)
    entry = error.__traceback__.tb_next
    code = entry.tb_frame.f_code
    print(next(islice(code.co_positions(), entry.tb_lasti // 2, None)))
frame = sys._getframe()
print(next(islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))[0] > 0)
