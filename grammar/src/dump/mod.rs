//! The tree as text, exactly as `ast.dump` of CPython 3.13 writes it.
//!
//! Empty lists and absent optional fields are left out. The walk keeps its own stack, so a tree
//! of any depth can be dumped.

mod describe;
pub mod repr;

use crate::ast::Mod;
use crate::position::Lines;
use crate::symbol::Interner;
use describe::{Fields, Item, Node, describe};
use std::borrow::Cow;
use std::fmt::Write;

pub use repr::{repr_bytes, repr_float, repr_int, repr_str};

/// The options of `ast.dump`.
#[derive(Clone, Copy, Debug, Default)]
pub struct DumpOptions {
    /// Print `lineno`, `col_offset` and their ends.
    pub attributes: bool,
    /// Spread the tree over lines, each level indented by so many spaces.
    pub indent: Option<usize>,
}

/// Dumps a tree. An int beyond 4300 decimal digits, for which CPython raises a ValueError, is
/// shown in hexadecimal.
pub fn dump(root: &Mod, names: &Interner, lines: &Lines, options: DumpOptions) -> String {
    let mut dumper = Dumper { names, lines, options, out: String::new(), work: vec![Work::Item(Item::Mod(root), 0)] };
    while let Some(work) = dumper.work.pop() {
        dumper.step(work);
    }
    dumper.out
}

/// What is still to be written, the next thing last.
enum Work<'t> {
    Text(Cow<'static, str>),
    /// A line break and indentation, or nothing if all goes on one line.
    Break(usize),
    /// Between two fields or elements.
    Separator(usize),
    Item(Item<'t>, usize),
}

struct Dumper<'t> {
    names: &'t Interner,
    lines: &'t Lines,
    options: DumpOptions,
    out: String,
    work: Vec<Work<'t>>,
}

impl<'t> Dumper<'t> {
    fn step(&mut self, work: Work<'t>) {
        match work {
            Work::Text(text) => self.out.push_str(&text),
            Work::Break(level) => self.line_break(level),
            Work::Separator(level) => {
                self.out.push(',');
                match self.options.indent {
                    Some(_) => self.line_break(level),
                    None => self.out.push(' '),
                }
            }
            Work::Item(Item::Simple(text), _) => self.out.push_str(&text),
            Work::Item(item, level) => {
                let node = describe(&item, self.names);
                self.node(node, level + 1);
            }
        }
    }

    fn line_break(&mut self, level: usize) {
        if let Some(width) = self.options.indent {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', width * level));
        }
    }

    /// Writes a node's head and schedules its fields.
    fn node(&mut self, node: Node<'t>, level: usize) {
        self.out.push_str(node.class);
        self.out.push('(');
        let first = self.work.len();
        // Three simple fields go on one line even when there is an indent.
        let one_line = self.one_line(&node);
        let mut separate = false;
        for (name, value) in node.fields {
            self.separator(&mut separate, one_line, level);
            self.work.push(Work::Text(format!("{name}=").into()));
            match value {
                Fields::One(item) => self.work.push(Work::Item(item, level)),
                Fields::Many(items) => self.list(items, level),
            }
        }
        if let Some(span) = node.span.filter(|_| self.options.attributes) {
            let at = self.lines.location(span);
            for (name, value) in [
                ("lineno", at.lineno),
                ("col_offset", at.col_offset),
                ("end_lineno", at.end_lineno),
                ("end_col_offset", at.end_col_offset),
            ] {
                self.separator(&mut separate, one_line, level);
                self.work.push(Work::Text(format!("{name}={value}").into()));
            }
        }
        self.work.push(Work::Text(")".into()));
        self.work[first..].reverse();
    }

    fn separator(&mut self, separate: &mut bool, one_line: bool, level: usize) {
        self.work.push(match (*separate, one_line) {
            (false, true) => Work::Text("".into()),
            (false, false) => Work::Break(level),
            (true, true) => Work::Text(", ".into()),
            (true, false) => Work::Separator(level),
        });
        *separate = true;
    }

    fn list(&mut self, items: Vec<Item<'t>>, level: usize) {
        self.work.push(Work::Text("[".into()));
        for (index, item) in items.into_iter().enumerate() {
            self.work.push(match index {
                0 => Work::Break(level + 1),
                _ => Work::Separator(level + 1),
            });
            self.work.push(Work::Item(item, level + 1));
        }
        self.work.push(Work::Text("]".into()));
    }

    fn one_line(&self, node: &Node) -> bool {
        let attributes = self.options.attributes && node.span.is_some();
        let count = node.fields.len() + if attributes { 4 } else { 0 };
        let simple = |value: &Fields| match value {
            Fields::One(Item::Simple(_)) => true,
            Fields::One(item) => {
                let node = describe(item, self.names);
                node.fields.is_empty() && !(self.options.attributes && node.span.is_some())
            }
            Fields::Many(_) => false,
        };
        self.options.indent.is_none() || count == 0 || count <= 3 && node.fields.iter().all(|(_, value)| simple(value))
    }
}

/// Writes formatted text to a string, which cannot fail.
fn put(out: &mut String, arguments: std::fmt::Arguments) {
    let _ = out.write_fmt(arguments);
}
