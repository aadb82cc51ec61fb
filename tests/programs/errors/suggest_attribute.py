class Account:
    balance = 5


try:
    [].appendd(1)
except AttributeError:
    Account().blance
