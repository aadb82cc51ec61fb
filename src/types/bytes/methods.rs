//! The table of methods.

use super::slots::{exact, expect};
use super::{find, split, transform};
use crate::heap::Object;
use crate::layout::{Bytes, Str, Tuple};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::codec;

methods! {
    pub(super) static METHODS = [
        "__getnewargs__"() => getnewargs;
        /// Convert this value to exact type bytes.
        "__bytes__"() => to_bytes;
        /// B.capitalize() -> copy of B
        ///
        /// Return a copy of B with only its first character capitalized (ASCII)
        /// and the rest lower-cased.
        "capitalize"() => transform::capitalize;
        /// Return a centered string of length width.
        ///
        /// Padding is done using the specified fill character.
        "center"(width, fillchar=b" ", /) => transform::center;
        /// Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].
        ///
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        "count"(sub, start=None, end=None, /) => find::count;
        /// Decode the bytes using the codec registered for encoding.
        ///
        ///   encoding
        ///     The encoding with which to decode the bytes.
        ///   errors
        ///     The error handling scheme to use for the handling of decoding errors.
        ///     The default is 'strict' meaning that decoding errors raise a
        ///     UnicodeDecodeError. Other possible values are 'ignore' and 'replace'
        ///     as well as any other name registered with codecs.register_error that
        ///     can handle UnicodeDecodeErrors.
        "decode"(encoding="utf-8", errors="strict") => decode;
        /// Return True if the bytes ends with the specified suffix, False otherwise.
        ///
        ///   suffix
        ///     A bytes or a tuple of bytes to try.
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        "endswith"(suffix, start=None, end=None, /) => find::endswith;
        /// Return a copy where all tab characters are expanded using spaces.
        ///
        /// If tabsize is not given, a tab size of 8 characters is assumed.
        "expandtabs"(tabsize=8) => transform::expandtabs;
        /// Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].
        ///
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        ///
        /// Return -1 on failure.
        "find"(sub, start=None, end=None, /) => find::find;
        /// Create a bytes object from a string of hexadecimal numbers.
        ///
        /// Spaces between two numbers are accepted.
        /// Example: bytes.fromhex('B9 01EF') -> b'\\xb9\\x01\\xef'.
        @class "fromhex"(string, /) => transform::fromhex;
        /// Create a string of hexadecimal numbers from a bytes object.
        ///
        ///   sep
        ///     An optional single character or byte to separate hex bytes.
        ///   bytes_per_sep
        ///     How many bytes between separators.  Positive values count from the
        ///     right, negative values count from the left.
        ///
        /// Example:
        /// >>> value = b'\xb9\x01\xef'
        /// >>> value.hex()
        /// 'b901ef'
        /// >>> value.hex(':')
        /// 'b9:01:ef'
        /// >>> value.hex(':', 2)
        /// 'b9:01ef'
        /// >>> value.hex(':', -2)
        /// 'b901:ef'
        "hex"(sep=None, bytes_per_sep=1) => transform::hex;
        /// Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].
        ///
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        ///
        /// Raise ValueError if the subsection is not found.
        "index"(sub, start=None, end=None, /) => find::index;
        /// B.isalnum() -> bool
        ///
        /// Return True if all characters in B are alphanumeric
        /// and there is at least one character in B, False otherwise.
        "isalnum"() => transform::isalnum;
        /// B.isalpha() -> bool
        ///
        /// Return True if all characters in B are alphabetic
        /// and there is at least one character in B, False otherwise.
        "isalpha"() => transform::isalpha;
        /// B.isascii() -> bool
        ///
        /// Return True if B is empty or all characters in B are ASCII,
        /// False otherwise.
        "isascii"() => transform::isascii;
        /// B.isdigit() -> bool
        ///
        /// Return True if all characters in B are digits
        /// and there is at least one character in B, False otherwise.
        "isdigit"() => transform::isdigit;
        /// B.islower() -> bool
        ///
        /// Return True if all cased characters in B are lowercase and there is
        /// at least one cased character in B, False otherwise.
        "islower"() => transform::islower;
        /// B.isspace() -> bool
        ///
        /// Return True if all characters in B are whitespace
        /// and there is at least one character in B, False otherwise.
        "isspace"() => transform::isspace;
        /// B.istitle() -> bool
        ///
        /// Return True if B is a titlecased string and there is at least one
        /// character in B, i.e. uppercase characters may only follow uncased
        /// characters and lowercase characters only cased ones. Return False
        /// otherwise.
        "istitle"() => transform::istitle;
        /// B.isupper() -> bool
        ///
        /// Return True if all cased characters in B are uppercase and there is
        /// at least one cased character in B, False otherwise.
        "isupper"() => transform::isupper;
        /// Concatenate any number of bytes objects.
        ///
        /// The bytes whose method is called is inserted in between each pair.
        ///
        /// The result is returned as a new bytes object.
        ///
        /// Example: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.
        "join"(iterable_of_bytes, /) => split::join;
        /// Return a left-justified string of length width.
        ///
        /// Padding is done using the specified fill character.
        "ljust"(width, fillchar=b" ", /) => transform::ljust;
        /// B.lower() -> copy of B
        ///
        /// Return a copy of B with all ASCII characters converted to lowercase.
        "lower"() => transform::lower;
        /// Strip leading bytes contained in the argument.
        ///
        /// If the argument is omitted or None, strip leading  ASCII whitespace.
        "lstrip"(bytes=None, /) => split::lstrip;
        /// Return a translation table usable for the bytes or bytearray translate method.
        ///
        /// The returned table will be one where each byte in frm is mapped to the byte at
        /// the same position in to.
        ///
        /// The bytes objects frm and to must be of the same length.
        @static "maketrans"(frm, to, /) => transform::maketrans;
        /// Partition the bytes into three parts using the given separator.
        ///
        /// This will search for the separator sep in the bytes. If the separator is found,
        /// returns a 3-tuple containing the part before the separator, the separator
        /// itself, and the part after it.
        ///
        /// If the separator is not found, returns a 3-tuple containing the original bytes
        /// object and two empty bytes objects.
        "partition"(sep, /) => split::partition;
        /// Return a copy with all occurrences of substring old replaced by new.
        ///
        ///   count
        ///     Maximum number of occurrences to replace.
        ///     -1 (the default value) means replace all occurrences.
        ///
        /// If the optional argument count is given, only the first count occurrences are
        /// replaced.
        "replace"(old, new, count=-1, /) => find::replace;
        /// Return a bytes object with the given prefix string removed if present.
        ///
        /// If the bytes starts with the prefix string, return bytes[len(prefix):].
        /// Otherwise, return a copy of the original bytes.
        "removeprefix"(prefix, /) => find::removeprefix;
        /// Return a bytes object with the given suffix string removed if present.
        ///
        /// If the bytes ends with the suffix string and that suffix is not empty,
        /// return bytes[:-len(prefix)].  Otherwise, return a copy of the original
        /// bytes.
        "removesuffix"(suffix, /) => find::removesuffix;
        /// Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].
        ///
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        ///
        /// Return -1 on failure.
        "rfind"(sub, start=None, end=None, /) => find::rfind;
        /// Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].
        ///
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        ///
        /// Raise ValueError if the subsection is not found.
        "rindex"(sub, start=None, end=None, /) => find::rindex;
        /// Return a right-justified string of length width.
        ///
        /// Padding is done using the specified fill character.
        "rjust"(width, fillchar=b" ", /) => transform::rjust;
        /// Partition the bytes into three parts using the given separator.
        ///
        /// This will search for the separator sep in the bytes, starting at the end. If
        /// the separator is found, returns a 3-tuple containing the part before the
        /// separator, the separator itself, and the part after it.
        ///
        /// If the separator is not found, returns a 3-tuple containing two empty bytes
        /// objects and the original bytes object.
        "rpartition"(sep, /) => split::rpartition;
        /// Return a list of the sections in the bytes, using sep as the delimiter.
        ///
        ///   sep
        ///     The delimiter according which to split the bytes.
        ///     None (the default value) means split on ASCII whitespace characters
        ///     (space, tab, return, newline, formfeed, vertical tab).
        ///   maxsplit
        ///     Maximum number of splits to do.
        ///     -1 (the default value) means no limit.
        ///
        /// Splitting is done starting at the end of the bytes and working to the front.
        "rsplit"(sep=None, maxsplit=-1) => split::rsplit;
        /// Strip trailing bytes contained in the argument.
        ///
        /// If the argument is omitted or None, strip trailing ASCII whitespace.
        "rstrip"(bytes=None, /) => split::rstrip;
        /// Return a list of the sections in the bytes, using sep as the delimiter.
        ///
        ///   sep
        ///     The delimiter according which to split the bytes.
        ///     None (the default value) means split on ASCII whitespace characters
        ///     (space, tab, return, newline, formfeed, vertical tab).
        ///   maxsplit
        ///     Maximum number of splits to do.
        ///     -1 (the default value) means no limit.
        "split"(sep=None, maxsplit=-1) => split::split;
        /// Return a list of the lines in the bytes, breaking at line boundaries.
        ///
        /// Line breaks are not included in the resulting list unless keepends is given and
        /// true.
        "splitlines"(keepends=False) => split::splitlines;
        /// Return True if the bytes starts with the specified prefix, False otherwise.
        ///
        ///   prefix
        ///     A bytes or a tuple of bytes to try.
        ///   start
        ///     Optional start position. Default: start of the bytes.
        ///   end
        ///     Optional stop position. Default: end of the bytes.
        "startswith"(prefix, start=None, end=None, /) => find::startswith;
        /// Strip leading and trailing bytes contained in the argument.
        ///
        /// If the argument is omitted or None, strip leading and trailing ASCII whitespace.
        "strip"(bytes=None, /) => split::strip;
        /// B.swapcase() -> copy of B
        ///
        /// Return a copy of B with uppercase ASCII characters converted
        /// to lowercase ASCII and vice versa.
        "swapcase"() => transform::swapcase;
        /// B.title() -> copy of B
        ///
        /// Return a titlecased version of B, i.e. ASCII words start with uppercase
        /// characters, all remaining cased characters have lowercase.
        "title"() => transform::title;
        /// Return a copy with each character mapped by the given translation table.
        ///
        ///   table
        ///     Translation table, which must be a bytes object of length 256.
        ///
        /// All characters occurring in the optional argument delete are removed.
        /// The remaining characters are mapped through the given translation table.
        "translate"(table, /, delete=b"") => transform::translate;
        /// B.upper() -> copy of B
        ///
        /// Return a copy of B with all ASCII characters converted to uppercase.
        "upper"() => transform::upper;
        /// Pad a numeric string with zeros on the left, to fill a field of the given width.
        ///
        /// The original string is never truncated.
        "zfill"(width, /) => transform::zfill;
    ];
}

fn to_bytes(rt: &mut Runtime, this: &Object) -> Result<Bytes> {
    exact(rt, this)
}

fn decode(rt: &mut Runtime, this: &Bytes, encoding: Option<&Str>, errors: Option<&Object>) -> Result<Str> {
    let errors = codec::errors_argument(rt, "decode", encoding, errors)?;
    codec::decode(rt, this, encoding, errors)
}

fn getnewargs(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let plain = rt.bytes.copy(&rt.heap, expect(this).as_slice())?;
    Ok(Tuple::from_array(&rt.heap, [plain.into()])?)
}
