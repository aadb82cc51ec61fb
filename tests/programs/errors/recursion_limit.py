import sys

sys.setrecursionlimit(200)


def endless():
    endless()


try:
    endless()
except RecursionError as error:
    print(error)
raise SystemExit(3)
