//! The values of literals: strings, bytes, numbers; and names in their normal form.
//!
//! Nothing here knows tokens or trees: functions take the text of a literal's body and give its
//! value or CPython's message. The caller knows where the literal stands.

mod escape;
mod identifier;
mod newer;
mod number;
mod string;

pub use escape::InvalidEscape;
pub(crate) use identifier::invalid_character;
pub use identifier::{InvalidCharacter, check_identifier, is_printable, normalize};
pub use number::{MAX_DIGITS, NumberError, NumberKind, Scan, number_value, scan_number};
pub use string::{BytesBuilder, Prefix, StrBuilder};
