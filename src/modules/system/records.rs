//! The struct sequences of `sys`.

use crate::struct_sequence;
use crate::types::struct_sequence::{construct, sealed};

struct_sequence! {
    /// `sys.flags`.
    pub static FLAGS = "sys" "flags", sealed, "sys.flags\n\nFlags provided through command line arguments or environment vars.";
    items [
        "debug" "-d",
        "inspect" "-i",
        "interactive" "-i",
        "optimize" "-O or -OO",
        "dont_write_bytecode" "-B",
        "no_user_site" "-s",
        "no_site" "-S",
        "ignore_environment" "-E",
        "verbose" "-v",
        "bytes_warning" "-b",
        "quiet" "-q",
        "hash_randomization" "-R",
        "isolated" "-I",
        "dev_mode" "-X dev",
        "utf8_mode" "-X utf8",
        "warn_default_encoding" "-X warn_default_encoding",
        "safe_path" "-P",
        "int_max_str_digits" "-X int_max_str_digits",
    ]
    hidden [
        "gil" "-X gil",
    ]
}

struct_sequence! {
    /// `sys.version_info`.
    pub static VERSION_INFO = "sys" "version_info", sealed, "sys.version_info\n\nVersion information as a named tuple.";
    items [
        "major" "Major release number",
        "minor" "Minor release number",
        "micro" "Patch release number",
        "releaselevel" "'alpha', 'beta', 'candidate', or 'final'",
        "serial" "Serial release number",
    ]
    hidden []
}

struct_sequence! {
    /// `sys.float_info`.
    pub static FLOAT_INFO = "sys" "float_info", construct, "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.";
    items [
        "max" "DBL_MAX -- maximum representable finite float",
        "max_exp" "DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable",
        "max_10_exp" "DBL_MAX_10_EXP -- maximum int e such that 10**e is representable",
        "min" "DBL_MIN -- Minimum positive normalized float",
        "min_exp" "DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float",
        "min_10_exp" "DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float",
        "dig" "DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float",
        "mant_dig" "DBL_MANT_DIG -- mantissa digits",
        "epsilon" "DBL_EPSILON -- Difference between 1 and the next representable float",
        "radix" "FLT_RADIX -- radix of exponent",
        "rounds" "FLT_ROUNDS -- rounding mode used for arithmetic operations",
    ]
    hidden []
}

struct_sequence! {
    /// `sys.int_info`.
    pub static INT_INFO = "sys" "int_info", construct, "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.";
    items [
        "bits_per_digit" "size of a digit in bits",
        "sizeof_digit" "size in bytes of the C type used to represent a digit",
        "default_max_str_digits" "maximum string conversion digits limitation",
        "str_digits_check_threshold" "minimum positive value for int_max_str_digits",
    ]
    hidden []
}

struct_sequence! {
    /// `sys.hash_info`.
    pub static HASH_INFO = "sys" "hash_info", construct, "hash_info\n\nA named tuple providing parameters used for computing\nhashes. The attributes are read only.";
    items [
        "width" "width of the type used for hashing, in bits",
        "modulus" "prime number giving the modulus on which the hash function is based",
        "inf" "value to be used for hash of a positive infinity",
        "nan" "value to be used for hash of a nan",
        "imag" "multiplier used for the imaginary part of a complex number",
        "algorithm" "name of the algorithm for hashing of str, bytes and memoryviews",
        "hash_bits" "internal output size of hash algorithm",
        "seed_bits" "seed size of hash algorithm",
        "cutoff" "small string optimization cutoff",
    ]
    hidden []
}

struct_sequence! {
    /// `sys.thread_info`.
    pub static THREAD_INFO = "sys" "thread_info", construct, "sys.thread_info\n\nA named tuple holding information about the thread implementation.";
    items [
        "name" "name of the thread implementation",
        "lock" "name of the lock implementation",
        "version" "name and version of the thread library",
    ]
    hidden []
}

struct_sequence! {
    /// What `sys.get_asyncgen_hooks` returns.
    pub static ASYNCGEN_HOOKS = "builtins" "asyncgen_hooks", construct, "asyncgen_hooks\n\nA named tuple providing information about asynchronous\ngenerators hooks.  The attributes are read only.";
    items [
        "firstiter" "Hook to intercept first iteration",
        "finalizer" "Hook to intercept finalization",
    ]
    hidden []
}

struct_sequence! {
    /// The argument of `sys.unraisablehook`.
    pub static UNRAISABLE = "builtins" "UnraisableHookArgs", construct, "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.";
    items [
        "exc_type" "Exception type",
        "exc_value" "Exception value",
        "exc_traceback" "Exception traceback",
        "err_msg" "Error message",
        "object" "Object causing the exception",
    ]
    hidden []
}
