//! The table of methods.

use super::text::Text;
use super::{case, find, format, slots, split, translate};
use crate::heap::Object;
use crate::layout::{Bytes, Str, Tuple};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::codec;

methods! {
    pub(super) static METHODS = [
        /// Return the size of the object in memory, in bytes.
        "__sizeof__"() => crate::types::object::sizeof;
        /// Encode the string using the codec registered for encoding.
        ///
        ///   encoding
        ///     The encoding in which to encode the string.
        ///   errors
        ///     The error handling scheme to use for encoding errors.
        ///     The default is 'strict' meaning that encoding errors raise a
        ///     UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and
        ///     'xmlcharrefreplace' as well as any other name registered with
        ///     codecs.register_error that can handle UnicodeEncodeErrors.
        "encode"(encoding="utf-8", errors="strict") => encode;
        /// Return a copy with all occurrences of substring old replaced by new.
        ///
        ///   count
        ///     Maximum number of occurrences to replace.
        ///     -1 (the default value) means replace all occurrences.
        ///
        /// If the optional argument count is given, only the first count occurrences are
        /// replaced.
        "replace"(old, new, /, count=-1) => find::replace;
        /// Return a list of the substrings in the string, using sep as the separator string.
        ///
        ///   sep
        ///     The separator used to split the string.
        ///
        ///     When set to None (the default value), will split on any whitespace
        ///     character (including \n \r \t \f and spaces) and will discard
        ///     empty strings from the result.
        ///   maxsplit
        ///     Maximum number of splits.
        ///     -1 (the default value) means no limit.
        ///
        /// Splitting starts at the front of the string and works to the end.
        ///
        /// Note, str.split() is mainly useful for data that has been intentionally
        /// delimited.  With natural text that includes punctuation, consider using
        /// the regular expression module.
        "split"(sep=None, maxsplit=-1) => split::split;
        /// Return a list of the substrings in the string, using sep as the separator string.
        ///
        ///   sep
        ///     The separator used to split the string.
        ///
        ///     When set to None (the default value), will split on any whitespace
        ///     character (including \n \r \t \f and spaces) and will discard
        ///     empty strings from the result.
        ///   maxsplit
        ///     Maximum number of splits.
        ///     -1 (the default value) means no limit.
        ///
        /// Splitting starts at the end of the string and works to the front.
        "rsplit"(sep=None, maxsplit=-1) => split::rsplit;
        /// Concatenate any number of strings.
        ///
        /// The string whose method is called is inserted in between each given string.
        /// The result is returned as a new string.
        ///
        /// Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'
        "join"(iterable, /) => split::join;
        /// Return a capitalized version of the string.
        ///
        /// More specifically, make the first character have upper case and the rest lower
        /// case.
        "capitalize"() => case::capitalize;
        /// Return a version of the string suitable for caseless comparisons.
        "casefold"() => case::casefold;
        /// Return a version of the string where each word is titlecased.
        ///
        /// More specifically, words start with uppercased characters and all remaining
        /// cased characters have lower case.
        "title"() => case::title;
        /// Return a centered string of length width.
        ///
        /// Padding is done using the specified fill character (default is a space).
        "center"(width, fillchar=" ", /) => case::center;
        /// Return the number of non-overlapping occurrences of substring sub in string S[start:end].
        ///
        /// Optional arguments start and end are interpreted as in slice notation.
        "count"(sub, start=None, end=None, /) => find::count;
        /// Return a copy where all tab characters are expanded using spaces.
        ///
        /// If tabsize is not given, a tab size of 8 characters is assumed.
        "expandtabs"(tabsize=8) => case::expandtabs;
        /// Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].
        ///
        /// Optional arguments start and end are interpreted as in slice notation.
        /// Return -1 on failure.
        "find"(sub, start=None, end=None, /) => find::find;
        /// Partition the string into three parts using the given separator.
        ///
        /// This will search for the separator in the string.  If the separator is found,
        /// returns a 3-tuple containing the part before the separator, the separator
        /// itself, and the part after it.
        ///
        /// If the separator is not found, returns a 3-tuple containing the original string
        /// and two empty strings.
        "partition"(sep, /) => split::partition;
        /// Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].
        ///
        /// Optional arguments start and end are interpreted as in slice notation.
        /// Raises ValueError when the substring is not found.
        "index"(sub, start=None, end=None, /) => find::index;
        /// Return a left-justified string of length width.
        ///
        /// Padding is done using the specified fill character (default is a space).
        "ljust"(width, fillchar=" ", /) => case::ljust;
        /// Return a copy of the string converted to lowercase.
        "lower"() => case::lower;
        /// Return a copy of the string with leading whitespace removed.
        ///
        /// If chars is given and not None, remove characters in chars instead.
        "lstrip"(chars=None, /) => split::lstrip;
        /// Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].
        ///
        /// Optional arguments start and end are interpreted as in slice notation.
        /// Return -1 on failure.
        "rfind"(sub, start=None, end=None, /) => find::rfind;
        /// Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].
        ///
        /// Optional arguments start and end are interpreted as in slice notation.
        /// Raises ValueError when the substring is not found.
        "rindex"(sub, start=None, end=None, /) => find::rindex;
        /// Return a right-justified string of length width.
        ///
        /// Padding is done using the specified fill character (default is a space).
        "rjust"(width, fillchar=" ", /) => case::rjust;
        /// Return a copy of the string with trailing whitespace removed.
        ///
        /// If chars is given and not None, remove characters in chars instead.
        "rstrip"(chars=None, /) => split::rstrip;
        /// Partition the string into three parts using the given separator.
        ///
        /// This will search for the separator in the string, starting at the end. If
        /// the separator is found, returns a 3-tuple containing the part before the
        /// separator, the separator itself, and the part after it.
        ///
        /// If the separator is not found, returns a 3-tuple containing two empty strings
        /// and the original string.
        "rpartition"(sep, /) => split::rpartition;
        /// Return a list of the lines in the string, breaking at line boundaries.
        ///
        /// Line breaks are not included in the resulting list unless keepends is given and
        /// true.
        "splitlines"(keepends=False) => split::splitlines;
        /// Return a copy of the string with leading and trailing whitespace removed.
        ///
        /// If chars is given and not None, remove characters in chars instead.
        "strip"(chars=None, /) => split::strip;
        /// Convert uppercase characters to lowercase and lowercase characters to uppercase.
        "swapcase"() => case::swapcase;
        /// Replace each character in the string using the given translation table.
        ///
        ///   table
        ///     Translation table, which must be a mapping of Unicode ordinals to
        ///     Unicode ordinals, strings, or None.
        ///
        /// The table must implement lookup/indexing via __getitem__, for instance a
        /// dictionary or list.  If this operation raises LookupError, the character is
        /// left untouched.  Characters mapped to None are deleted.
        "translate"(table, /) => translate::translate;
        /// Return a copy of the string converted to uppercase.
        "upper"() => case::upper;
        /// Return True if the string starts with the specified prefix, False otherwise.
        ///
        ///   prefix
        ///     A string or a tuple of strings to try.
        ///   start
        ///     Optional start position. Default: start of the string.
        ///   end
        ///     Optional stop position. Default: end of the string.
        "startswith"(prefix, start=None, end=None, /) => find::startswith;
        /// Return True if the string ends with the specified suffix, False otherwise.
        ///
        ///   suffix
        ///     A string or a tuple of strings to try.
        ///   start
        ///     Optional start position. Default: start of the string.
        ///   end
        ///     Optional stop position. Default: end of the string.
        "endswith"(suffix, start=None, end=None, /) => find::endswith;
        /// Return a str with the given prefix string removed if present.
        ///
        /// If the string starts with the prefix string, return string[len(prefix):].
        /// Otherwise, return a copy of the original string.
        "removeprefix"(prefix, /) => find::removeprefix;
        /// Return a str with the given suffix string removed if present.
        ///
        /// If the string ends with the suffix string and that suffix is not empty,
        /// return string[:-len(suffix)]. Otherwise, return a copy of the original
        /// string.
        "removesuffix"(suffix, /) => find::removesuffix;
        /// Return True if all characters in the string are ASCII, False otherwise.
        ///
        /// ASCII characters have code points in the range U+0000-U+007F.
        /// Empty string is ASCII too.
        "isascii"() => case::isascii;
        /// Return True if the string is a lowercase string, False otherwise.
        ///
        /// A string is lowercase if all cased characters in the string are lowercase and
        /// there is at least one cased character in the string.
        "islower"() => case::islower;
        /// Return True if the string is an uppercase string, False otherwise.
        ///
        /// A string is uppercase if all cased characters in the string are uppercase and
        /// there is at least one cased character in the string.
        "isupper"() => case::isupper;
        /// Return True if the string is a title-cased string, False otherwise.
        ///
        /// In a title-cased string, upper- and title-case characters may only
        /// follow uncased characters and lowercase characters only cased ones.
        "istitle"() => case::istitle;
        /// Return True if the string is a whitespace string, False otherwise.
        ///
        /// A string is whitespace if all characters in the string are whitespace and there
        /// is at least one character in the string.
        "isspace"() => case::isspace;
        /// Return True if the string is a decimal string, False otherwise.
        ///
        /// A string is a decimal string if all characters in the string are decimal and
        /// there is at least one character in the string.
        "isdecimal"() => case::isdecimal;
        /// Return True if the string is a digit string, False otherwise.
        ///
        /// A string is a digit string if all characters in the string are digits and there
        /// is at least one character in the string.
        "isdigit"() => case::isdigit;
        /// Return True if the string is a numeric string, False otherwise.
        ///
        /// A string is numeric if all characters in the string are numeric and there is at
        /// least one character in the string.
        "isnumeric"() => case::isnumeric;
        /// Return True if the string is an alphabetic string, False otherwise.
        ///
        /// A string is alphabetic if all characters in the string are alphabetic and there
        /// is at least one character in the string.
        "isalpha"() => case::isalpha;
        /// Return True if the string is an alpha-numeric string, False otherwise.
        ///
        /// A string is alpha-numeric if all characters in the string are alpha-numeric and
        /// there is at least one character in the string.
        "isalnum"() => case::isalnum;
        /// Return True if the string is a valid Python identifier, False otherwise.
        ///
        /// Call keyword.iskeyword(s) to test whether string s is a reserved identifier,
        /// such as "def" or "class".
        "isidentifier"() => case::isidentifier;
        /// Return True if all characters in the string are printable, False otherwise.
        ///
        /// A character is printable if repr() may use it in its output.
        "isprintable"() => case::isprintable;
        /// Pad a numeric string with zeros on the left, to fill a field of the given width.
        ///
        /// The string is never truncated.
        "zfill"(width, /) => case::zfill;
        /// Return a formatted version of the string, using substitutions from args and kwargs.
        ///
        /// The substitutions are identified by braces ('{' and '}').
        "format"(*args, **kwargs) => format::format;
        /// Return a formatted version of the string, using substitutions from mapping.
        ///
        /// The substitutions are identified by braces ('{' and '}').
        "format_map"(mapping, /) => format::format_map;
        /// Return a formatted version of the string as described by format_spec.
        "__format__"(format_spec, /) => crate::types::format::string;
        /// Return a translation table usable for str.translate().
        ///
        /// If there is only one argument, it must be a dictionary mapping Unicode
        /// ordinals (integers) or characters to Unicode ordinals, strings or None.
        /// Character keys will be then converted to ordinals.
        /// If there are two arguments, they must be strings of equal length, and
        /// in the resulting dictionary, each character in x will be mapped to the
        /// character at the same position in y. If there is a third argument, it
        /// must be a string, whose characters will be mapped to None in the result.
        @static "maketrans"(x, y=None, z=None, /) => translate::maketrans;
        "__getnewargs__"() => getnewargs;
    ];
}

fn encode(rt: &mut Runtime, this: &Str, encoding: Option<&Str>, errors: Option<&Object>) -> Result<Bytes> {
    let errors = codec::errors_argument(rt, "encode", encoding, errors)?;
    codec::encode(rt, this, encoding, errors)
}

fn getnewargs(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let plain = super::text::new(rt, slots::expect(this).text())?;
    Ok(Tuple::from_array(&rt.heap, [plain.into()])?)
}
