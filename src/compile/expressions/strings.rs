//! f-strings, and `%` formats that amount to one.

use anthill_grammar::Span;
use anthill_grammar::ast::{Conversion, Expr, ExprKind};

use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Reg, TEMP, is_temp};

/// Longer f-strings are joined in pieces of this many parts.
const MAX_PARTS: usize = 200;

/// A part of a string that is put together at run time.
pub(super) enum Part<'a> {
    Text(String),
    Expression(&'a Expr<'a>),
    /// A value with the conversion and format specification of a `%` format.
    Percent(&'a Expr<'a>, u32, String),
}

impl<'a> Compiler<'a, '_, '_> {
    /// An f-string.
    pub(super) fn joined_string(&mut self, values: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        self.join(values.iter().map(|value| Part::Expression(value)).collect(), dst, span)
    }

    /// `'template' % (a, b)` with nothing but `%s`, `%r` and `%a` is put together like an f-string.
    pub(super) fn percent_parts(&self, template: &str, values: &'a [&'a Expr<'a>]) -> Option<Vec<Part<'a>>> {
        let mut values = values.iter();
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = template;
        while let Some(at) = rest.find('%') {
            text.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                text.push('%');
                rest = after;
                continue;
            }
            let flags = rest.len() - rest.trim_start_matches(['-', '+', ' ', '#', '0']).len();
            let left = rest[..flags].contains('-');
            rest = &rest[flags..];
            let width = digits(&mut rest)?;
            let precision = match rest.strip_prefix('.') {
                Some(after) => {
                    rest = after;
                    Some(digits(&mut rest)?.unwrap_or("0"))
                }
                None => None,
            };
            let conversion = match rest.chars().next()? {
                's' => 1,
                'r' => 2,
                'a' => 3,
                _ => return None,
            };
            rest = &rest[1..];
            let mut spec = String::new();
            if let Some(width) = width {
                if !left && width.bytes().any(|digit| digit != b'0') {
                    spec.push('>');
                }
                spec.push_str(width.trim_start_matches('0'));
            }
            if let Some(precision) = precision {
                spec.push('.');
                spec.push_str(precision);
            }
            if !text.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut text)));
            }
            parts.push(Part::Percent(values.next()?, conversion, spec));
        }
        text.push_str(rest);
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        values.next().is_none().then_some(parts)
    }

    /// The parts in a window, then joined.
    pub(super) fn join(&mut self, parts: Vec<Part<'a>>, dst: Reg, span: Span) -> Outcome {
        match &parts[..] {
            [] => {
                self.load_constant(dst, Constant::Str("".into()), span);
                return Ok(());
            }
            [Part::Expression(only)] if !matches!(only.kind, ExprKind::Constant { .. }) => return self.into(only, dst),
            [_] => return self.in_temp(dst, span, |compiler, dst| compiler.parts_into(parts, dst, span)),
            _ => {}
        }
        let base = self.unit().sp;
        let first = if is_temp(dst) { base - 1 } else { base };
        self.unit().sp = first;
        let mut count = 0;
        for part in parts {
            if count == MAX_PARTS {
                self.emit(Op::BUILD_STRING, first | TEMP, first | TEMP, count as u32, span);
                self.unit().sp = first + 1;
                count = 1;
            }
            let temp = self.unit().temp();
            self.part(part, temp, span)?;
            count += 1;
        }
        self.unit().sp = base;
        self.emit(Op::BUILD_STRING, dst, first | TEMP, count as u32, span);
        Ok(())
    }

    fn parts_into(&mut self, parts: Vec<Part<'a>>, dst: Reg, span: Span) -> Outcome {
        parts.into_iter().try_for_each(|part| self.part(part, dst, span))
    }

    /// One part into a temp.
    fn part(&mut self, part: Part<'a>, dst: Reg, span: Span) -> Outcome {
        match part {
            Part::Text(text) => self.load_constant(dst, Constant::Str(text.into()), span),
            Part::Expression(expression) => self.into(expression, dst)?,
            Part::Percent(value, conversion, spec) => {
                let operand = match self.local_in_place(value, &[]) {
                    Some(local) => local,
                    None => {
                        self.into(value, dst)?;
                        dst
                    }
                };
                self.emit(Op::CONVERT_VALUE, dst, operand, conversion, value.span);
                if !spec.is_empty() {
                    let temp = self.unit().temp();
                    self.load_constant(temp, Constant::Str(spec.into()), value.span);
                    self.unit().sp -= 1;
                    self.emit(Op::FORMAT_WITH_SPEC, dst, dst, temp, value.span);
                }
            }
        }
        Ok(())
    }

    /// `{value!conversion:spec}`; `dst` is a temp.
    pub(super) fn formatted_value(
        &mut self,
        value: &'a Expr<'a>,
        conversion: Conversion,
        spec: Option<&'a Expr<'a>>,
        dst: Reg,
        span: Span,
    ) -> Outcome {
        let later: &[&'a Expr<'a>] = spec.as_slice();
        let mut operand = match self.local_in_place(value, later) {
            Some(local) => local,
            None => {
                self.into(value, dst)?;
                dst
            }
        };
        let number = match conversion {
            Conversion::None => 0,
            Conversion::Str => 1,
            Conversion::Repr => 2,
            Conversion::Ascii => 3,
        };
        if number != 0 {
            self.emit(Op::CONVERT_VALUE, dst, operand, number, span);
            operand = dst;
        }
        match spec {
            None => self.emit(Op::FORMAT_SIMPLE, dst, operand, 0, span),
            Some(spec) => {
                // A local value leaves `dst` empty, but the spec goes above it all the same.
                let spec = self.operand(spec)?;
                self.drop_operand(spec);
                self.emit(Op::FORMAT_WITH_SPEC, dst, operand, spec, span);
            }
        }
        Ok(())
    }
}

/// Takes up to two digits off the start of a text: none if there are more.
fn digits<'t>(text: &mut &'t str) -> Option<Option<&'t str>> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(length);
    *text = rest;
    match length {
        0 => Some(None),
        1 | 2 => Some(Some(number)),
        _ => None,
    }
}
