//! Anthill: a small, fast Python 3.13 whose memory and time can be watched at work.
//!
//! The floors, lowest first; a file names its own floor and lower ones only (`tests/floors.rs` checks it). Two towers
//! meet in `vm`: from text to bytecode on the left (no heap), from heap to objects on the right (no syntax).

#![deny(unsafe_code)]

pub mod base;
pub mod builtins;
pub mod bytecode;
pub mod cli;
pub mod compile;
pub mod heap;
pub mod import;
pub mod interpreter;
pub mod layout;
pub mod modules;
pub mod object;
pub mod repl;
pub mod types;
pub mod vm;
