class B:
    def __bytes__(self):
        return b"custom"


print(b"%s %b %d %5d|%-5d|%05.1f" % (b"a", b"b", 5, 6, 7, 1.25), b"%a %r" % ("é", "x"), b"%c%c" % (65, b"B"), b"%x %X %o %#x" % (255, 255, 8, 255), b"%%" % (), b"%(k)s" % {b"k": b"v"}, b"%s" % B(), b"%.2s|%5s|" % (b"abc", b"x"), b"%e" % 1.5, b"x" % {}, b"\xff%d" % 1)
for call in ("b'%s' % 'a'", "b'%s' % 5", "b'%b' % None", "b'%d' % 'a'", "b'%d' % b'1'", "b'%f' % 'a'", "b'%c' % 256", "b'%c' % b'ab'", "b'%c' % 'a'", "b'%s' % ()", "b'%s' % (b'a', b'b')", "b'a' % 5", "b'%(k)s' % {'k': b'v'}", "b'%(k)s' % 5", "b'%z' % 5", "b'%' % 5"):
    try:
        print(call, eval(call))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(call, type(error).__name__, error)
