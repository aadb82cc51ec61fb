try:
    from sys import exti
except ImportError as error:
    print(error.name, error.name_from)
from sys import stdoutt
