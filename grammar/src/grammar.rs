//! The parser that LALRPOP generates from `grammar.lalrpop`.

#![allow(clippy::all, unused_parens, unreachable_pub)]

lalrpop_util::lalrpop_mod!(generated, "/grammar.rs");

pub use generated::RootParser;
