//! Python 3.13 source text to syntax tree.
//!
//! The doors are [`parse`] for the bytes of a file and [`parse_str`] for text; a [`Tree`] holds
//! the root, the decoded source that spans refer to, and the table that turns spans into lines
//! and columns. [`is_incomplete`] tells a prompt whether a text could become right by further
//! lines. What is wrong with a program beyond its syntax ('return' outside function) is for the
//! compiler to find; it reports with the same type, by [`SyntaxError::at`] and a node's span.
//!
//! The way of a text, stage by stage:
//! 1. `source`: bytes to text, with line ends as `\n`;
//! 2. `token`: what `logos` recognises;
//! 3. `layout`: the token vector, with indentation, strings and f-strings sorted out;
//! 4. `resolve`: soft keywords and the other ambiguities, decided on the vector;
//! 5. `grammar.lalrpop`, its actions in `build`: the tree, [`ast`];
//! 6. `explain`, on failure only: CPython's words for what is wrong.
//!
//! This crate knows nothing of values, code objects or the interpreter.

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
mod watched;

pub use error::{ErrorKind, SyntaxError, SyntaxWarning};
pub use interactive::is_incomplete;
pub use parse::{Bounds, Mode, Progress, Tree, Watch, parse, parse_str, parse_watched};
pub use position::{Lines, Location, Position, Span};
pub use symbol::{Interner, Symbol};
pub use watched::Stopped;
