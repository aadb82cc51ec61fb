//! Builders of the patterns of `match`.

use super::{Builder, Checked, E, Failure, P, finish};
use crate::ast::*;
use crate::position::Span;
use crate::symbol::Symbol;

impl<'a> Builder<'a, '_> {
    /// Makes a pattern.
    pub fn pattern(&mut self, start: u32, kind: PatternKind<'a>, end: u32) -> P<'a> {
        let span = Span::new(start, end);
        self.arena.alloc(Pattern { kind, span })
    }

    /// Adds to the growing list of patterns.
    pub fn push_pattern(&mut self, pattern: P<'a>) -> u32 {
        self.patterns.push(pattern);
        self.patterns.len() as u32 - 1
    }

    /// The start of a list of patterns that has no elements yet.
    pub fn no_patterns(&self) -> u32 {
        self.patterns.len() as u32
    }

    /// Ends a list of patterns.
    pub fn patterns(&mut self, start: u32) -> &'a [P<'a>] {
        finish(&mut self.patterns, start, self.arena)
    }

    /// A sequence pattern.
    pub fn sequence(&mut self, start: u32, list: u32, end: u32) -> P<'a> {
        let patterns = self.patterns(list);
        self.pattern(start, PatternKind::MatchSequence { patterns }, end)
    }

    /// A bare name: captures, or is the wildcard `_`.
    pub fn capture(&mut self, start: u32, end: u32) -> P<'a> {
        let name = self.unless_wildcard(start, end);
        let pattern = None;
        self.pattern(start, PatternKind::MatchAs { pattern, name }, end)
    }

    /// `*name`, `name` without the star from `name_start` on.
    pub fn star_pattern(&mut self, start: u32, name_start: u32, end: u32) -> P<'a> {
        let name = self.unless_wildcard(name_start, end);
        self.pattern(start, PatternKind::MatchStar { name }, end)
    }

    fn unless_wildcard(&mut self, start: u32, end: u32) -> Option<Symbol> {
        match self.text(start, end) {
            "_" => None,
            _ => Some(self.name(start, end)),
        }
    }

    /// `pattern as name`
    ///
    /// # Errors
    /// The name is `_`.
    pub fn as_pattern(&mut self, start: u32, pattern: P<'a>, name: u32, end: u32) -> Checked<P<'a>> {
        if self.text(name, end) == "_" {
            return self.error("cannot use '_' as a target", Span::new(name, end));
        }
        let name = Some(self.name(name, end));
        let pattern = Some(pattern);
        Ok(self.pattern(start, PatternKind::MatchAs { pattern, name }, end))
    }

    /// A negative number.
    pub fn negative(&mut self, start: u32, operand: E<'a>, end: u32) -> E<'a> {
        let op = Unaryop::USub;
        self.expr(start, ExprKind::UnaryOp { op, operand }, end)
    }

    /// `real + imaginary` or `real - imaginary`.
    ///
    /// # Errors
    /// The first is imaginary, or the second is not.
    pub fn complex(&mut self, start: u32, left: E<'a>, op: Operator, right: E<'a>, end: u32) -> Checked<E<'a>> {
        let magnitude = match left.kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => left,
        };
        if is_imaginary(magnitude) {
            return self.error("real number required in complex literal", left.span);
        }
        if !is_imaginary(right) {
            return self.error("imaginary number required in complex literal", right.span);
        }
        Ok(self.expr(start, ExprKind::BinOp { left, op, right }, end))
    }

    /// Adds `key: pattern` to the growing mapping pattern.
    pub fn push_mapping(&mut self, key: E<'a>, pattern: P<'a>) -> (u32, u32) {
        (self.push(key), self.push_pattern(pattern))
    }

    /// The start of a mapping pattern that has no items yet.
    pub fn no_mapping(&self) -> (u32, u32) {
        (self.no_exprs(), self.no_patterns())
    }

    /// The name after `**` in a mapping pattern.
    ///
    /// # Errors
    /// `_`, which is no name here.
    pub fn rest(&self, name: Symbol) -> Checked<Symbol> {
        match self.names.text(name) {
            "_" => Err(Failure::Token),
            _ => Ok(name),
        }
    }

    /// A mapping pattern.
    pub fn mapping(&mut self, start: u32, items: (u32, u32), rest: Option<Symbol>, end: u32) -> P<'a> {
        let keys = self.exprs(items.0);
        let patterns = self.patterns(items.1);
        let node = self.arena.alloc(MatchMapping { keys, patterns, rest });
        self.pattern(start, PatternKind::MatchMapping(node), end)
    }

    /// Adds `name=pattern` to the growing class pattern.
    pub fn push_keyword_pattern(&mut self, name: Symbol, pattern: P<'a>) -> (u32, u32) {
        (self.push_symbol(name), self.push_pattern(pattern))
    }

    /// A class pattern: positional patterns, then keyword patterns; either list may be absent.
    pub fn class(
        &mut self,
        start: u32,
        cls: E<'a>,
        positional: Option<u32>,
        keywords: Option<(u32, u32)>,
        end: u32,
    ) -> P<'a> {
        let (kwd_attrs, kwd_patterns): (&[Symbol], &[P]) = match keywords {
            Some((names, patterns)) => (self.symbols(names), self.patterns(patterns)),
            None => (&[], &[]),
        };
        let patterns = match positional {
            Some(list) => self.patterns(list),
            None => &[],
        };
        let node = self.arena.alloc(MatchClass { cls, patterns, kwd_attrs, kwd_patterns });
        self.pattern(start, PatternKind::MatchClass(node), end)
    }
}

fn is_imaginary(expr: &Expr) -> bool {
    match expr.kind {
        ExprKind::Constant { value, .. } => {
            matches!(value, Constant::Imaginary(_) | Constant::LongFloat { imaginary: true, .. })
        }
        _ => false,
    }
}
