import sys


def attempt(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as e:
        print(source, "->", type(e).__name__, e)


for source in [
    "sys.version_info", "sys.version_info[:2]", "sys.version_info >= (3, 13)", "sys.hexversion", "sys.api_version", "sys.float_info",
    "sys.hash_info[:5]", "sys.hash_info.hash_bits", "sys.int_info[2:]", "sys.maxsize", "sys.maxunicode", "sys.byteorder",
    "sys.float_repr_style", "sys.platlibdir", "sys.abiflags", "sys.getdlopenflags()", "sys.setdlopenflags(3)",
    "sys.getdlopenflags()", "sys.setswitchinterval(0)", "sys.setswitchinterval(0.01)", "sys.getswitchinterval()",
    "sys.get_coroutine_origin_tracking_depth()", "sys.set_coroutine_origin_tracking_depth(-1)",
    "sys.set_coroutine_origin_tracking_depth(2)", "sys.get_coroutine_origin_tracking_depth()", "sys._is_gil_enabled()",
    "sys.activate_stack_trampoline('x')", "sys.is_stack_trampoline_active()", "sys.deactivate_stack_trampoline()",
    "sys.setrecursionlimit(0)", "sys.getrecursionlimit()", "sys.setrecursionlimit(500)", "sys.getrecursionlimit()",
    "sys.setrecursionlimit('a')", "sys.get_int_max_str_digits()", "sys.set_int_max_str_digits(1)",
    "sys.set_int_max_str_digits(5000)", "sys.get_int_max_str_digits()", "sys.is_finalizing()", "sys.getdefaultencoding()",
    "sys.getfilesystemencoding()", "sys.getfilesystemencodeerrors()", "sys.intern(1)", "sys.intern('a' 'b') is sys.intern('ab')",
    "sys._is_interned('ab')", "sys.getunicodeinternedsize() > 100", "sys._clear_type_cache()", "sys._clear_internal_caches()",
    "sys._get_cpu_count_config()", "sys.pycache_prefix", "sys._framework", "sys._home", "sys.thread_info[:2]", "len(sys._git)",
    "type(sys.stdlib_module_names)", "'asyncio' in sys.stdlib_module_names", "len(sys.stdlib_module_names) > 280",
    "'sys' in sys.builtin_module_names", "'builtins' in sys.builtin_module_names", "sys.modules['sys'] is sys",
    "sys.__stdout__ is sys.stdout", "sys.excepthook is sys.__excepthook__", "sys.displayhook is sys.__displayhook__",
    "sys.breakpointhook is sys.__breakpointhook__", "sys.unraisablehook is sys.__unraisablehook__", "sys.ps1",
    "sys.exit(1, 2)", "sys.flags.optimize", "sys.flags[3]", "len(sys.flags)", "sys.gettrace()", "sys.getprofile()",
    "sys.getsizeof()", "sys.getrefcount(None)", "sys.getrefcount(True)", "sys.getrefcount(())",
    "sys.getallocatedblocks() > 1000",
]:
    attempt(source)


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


class Unsized:
    __sizeof__ = None


for thing in [Sized(-1), Sized("a"), Unsized()]:
    try:
        print(sys.getsizeof(thing))
    except Exception as e:
        print(type(e).__name__, e)
    print(sys.getsizeof(thing, "default") if not isinstance(thing.__sizeof__, type(None)) and thing.size != -1 else "")
