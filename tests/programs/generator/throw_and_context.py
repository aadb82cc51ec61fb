"""What an exception thrown into a generator gets as its context, at each level of `yield from`."""
def g():
    try:
        raise KeyError('a')
    except Exception:
        yield 1
        yield 2
x=g(); next(x)
try: x.throw(ValueError('v'))
except Exception as e: print(repr(e.__context__))
x=g(); next(x)
try:
    try: raise OSError('outer')
    except OSError: x.throw(ValueError('v'))
except Exception as e: print(repr(e.__context__), repr(e.__context__.__context__))
x=g(); next(x)
v=ValueError('w'); v.__context__=IndexError('own')
try: x.throw(v)
except Exception as e: print(repr(e.__context__), repr(e.__context__.__context__))
def h():
    try: raise TypeError('t')
    except TypeError: yield from g()
x=h(); next(x)
try: x.throw(ValueError('v'))
except Exception as e: print(repr(e.__context__), repr(e.__context__.__context__))
k=KeyError('self')
def j():
    try: raise k
    except KeyError: yield from g()
x=j(); next(x)
try: x.throw(k)
except Exception as e: print(repr(e), repr(e.__context__))
def m():
    yield 1
def n():
    try: raise TypeError('t')
    except TypeError:
        yield from m()
x=n(); next(x)
try: x.throw(ValueError('v'))
except Exception as e: print(repr(e.__context__))
class Bad:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s,e): raise IndexError('thrown') 
def o():
    try: raise TypeError('t')
    except TypeError:
        yield from Bad()
x=o(); next(x)
try: x.throw(ValueError('v'))
except Exception as e: print(repr(e), repr(e.__context__))
try:
    raise OSError('outer')
except OSError:
    x=o(); next(x)
    try: x.throw(ValueError('v'))
    except Exception as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
