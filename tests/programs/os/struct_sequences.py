# Struct sequences: fields without names, fields that are no items, constructors, copies, docs.
import os, time, sys, copy
def tr(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
S = os.stat_result; T = time.struct_time
for c in (S, T, os.terminal_size, os.times_result, os.uname_result, os.statvfs_result, type(sys.version_info), type(sys.flags), type(sys.float_info), type(sys.hash_info), type(sys.int_info), type(sys.thread_info), os.sched_param if hasattr(os,'sched_param') else S, os.waitid_result if hasattr(os,'waitid_result') else S):
    print(c, c.__module__, c.__qualname__, c.n_fields, c.n_sequence_fields, c.n_unnamed_fields, c.__match_args__, c.__mro__)
    print(c.__doc__)
for n in (0, 5, 9, 10, 11, 13, 19, 20):
    for c in (S, T, os.terminal_size, os.times_result, os.uname_result, os.statvfs_result):
        tr(c, range(n))
        try: r = c(range(n))
        except TypeError: continue
        tr(len, r); tr(tuple, r); tr(lambda: r[2:4]); tr(r.__reduce__); tr(copy.copy, r); tr(lambda: r == tuple(r)); tr(lambda: r+(1,)); tr(lambda: copy.replace(r))
        print([getattr(r, a, 'none') for a in dir(c) if a.startswith(('st_','tm_','f_'))])
r = S(range(19))
tr(S); tr(S, 3); tr(S, range(19), {}); tr(S, range(10), {'st_mtime': 5}); tr(S, range(10), {'bad': 5}); tr(S, range(10), {'st_mode': 5}); tr(S, range(10), dict=None); tr(S, sequence=range(10), dict={'st_atime':3}); tr(S, range(10), 3); tr(S, range(10), {}, 3); tr(S, range(19), {'st_blksize': 5, 'st_atime': 1})
tr(lambda: S(range(10), {'st_atime': 1.5}).st_atime); tr(lambda: S(range(10)).st_atime); tr(lambda: S(range(10)).st_atime_ns);tr(lambda: S(range(10)).st_blksize)
tr(lambda: copy.replace(r, st_mode=5)); tr(lambda: copy.replace(r, bad=5)); tr(lambda: copy.replace(r, st_atime=5, st_blksize=7).st_blksize)
t = T(range(9))
tr(lambda: copy.replace(t, tm_year=5)); tr(lambda: copy.replace(t, bad=5)); tr(lambda: copy.replace(t, tm_zone='x').tm_zone); tr(lambda: t.__replace__(tm_gmtoff=3).tm_gmtoff); tr(lambda: t.__replace__(3)); tr(t.__replace__)
tr(T, range(9), {'tm_zone':'abc'}); tr(lambda: T(range(9), {'tm_zone':'abc'}).tm_zone); tr(T, (1,2)); tr(T, 'abcdefghi'); tr(T, iter(range(9))); tr(lambda: T(range(11)).tm_gmtoff)
tr(lambda: setattr(t, 'tm_year', 3)); tr(lambda: setattr(t, 'x', 3)); tr(lambda: delattr(t,'tm_year'))
tr(lambda: T.tm_year); tr(lambda: S.st_atime); tr(lambda: type(T.tm_year)); tr(lambda: T.tm_year.__doc__); tr(lambda: S.st_atime.__doc__); tr(lambda: S.st_mode.__get__(r))
def m(x):
    match x:
        case S(a, b, c): return (a,b,c)
        case T(y, mo): return y, mo
tr(m, r); tr(m, t)
tr(lambda: T.__new__(int, range(9))); tr(lambda: class_())
def class_():
    class X(T): pass
tr(class_)
tr(lambda: type(sys.flags)()); tr(lambda: type(sys.version_info)((1,2,3,4,5))); tr(lambda: type(sys.float_info)((1,2)));
tr(lambda: type(sys.flags)(range(18)))
tr(lambda: t.n_fields); tr(lambda: t.index(3)); tr(lambda: t.count(3)); tr(lambda: t*2); tr(lambda: t<(1,)); tr(lambda: t.__getnewargs__()); 
class E(Exception): pass
class Seq:
    def __len__(s): return 9
    def __getitem__(s,i):
        if i>8: raise IndexError
        return i
tr(T, Seq()); tr(T, {1:2}); tr(T, None)
import types
tr(lambda: t.__doc__ == T.__doc__)
def rec():
    l = [0]*9
    t = T(l)
    l[0] = t
    return repr(T([t]*9))
tr(rec)
