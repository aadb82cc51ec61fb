class Account:
    def __init__(self):
        self._balance = 5

    def show(self):
        return self.balance


try:
    print(Account().balance)
except AttributeError:
    Account().show()
