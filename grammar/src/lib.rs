//! Python 3.13 source text to syntax tree.
//!
//! The door is
//! ```text
//! parse<'a>(source: &'a [u8], mode: Mode, arena: &'a Bump, names: &mut Interner)
//!     -> Result<Tree<'a>, SyntaxError>
//! ```
//! where `Mode` is `Module` (`exec`), `Expression` (`eval`) or `Interactive` (`single`), and
//! `Tree<'a>` holds `root: ast::Mod<'a>`, `source: &'a str` (decoded) and `lines: Lines`.
//! `parse_str` takes text that is already decoded.
//!
//! [`is_incomplete`] tells a prompt whether a text could become right by further lines.
//!
//! The way of a text: `source` bytes to text → `token` → `layout` → `resolve` → the LALRPOP
//! grammar with its actions in `build` → [`ast`]. On failure `explain` finds CPython's words.

pub mod ast;
mod build;
pub mod dump;
mod error;
mod explain;
mod grammar;
mod interactive;
mod layout;
pub mod literal;
mod parse;
mod position;
mod resolve;
pub mod source;
#[doc(hidden)]
pub mod stages;
mod symbol;
mod token;

pub use error::{ErrorKind, SyntaxError, SyntaxWarning};
pub use interactive::is_incomplete;
pub use parse::{Mode, Tree, parse, parse_str};
pub use position::{Lines, Location, Position, Span};
pub use symbol::{Interner, Symbol};
