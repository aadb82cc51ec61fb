# Streams refuse to be copied and pickled, but those that hold all their data.
import copy
import io

streams = [
    io.FileIO("/dev/null"), io.BufferedReader(io.BytesIO()), io.BufferedWriter(io.BytesIO()),
    io.BufferedRandom(io.BytesIO()), io.TextIOWrapper(io.BytesIO()),
]
for stream in streams:
    for how in (copy.copy, copy.deepcopy, lambda s: s.__reduce_ex__(2), lambda s: s.__reduce__()):
        try:
            print(how(stream))
        except TypeError as error:
            print(error)
streams[0].close()
print(copy.copy(io.StringIO("abc")).getvalue(), copy.deepcopy(io.BytesIO(b"abc")).getvalue())


class Own(io.TextIOWrapper):
    pass


try:
    copy.copy(Own(io.BytesIO()))
except TypeError as error:
    print(error)
