//! Strings: neighbouring literals joined, f-strings made of pieces.
//!
//! The literals that stand side by side form one flat list of pieces: whole string literals, the
//! stretches of text in f-strings, the source text of `{x=}` fields, and fields. Runs of text
//! become one constant each.

use super::{Builder, Checked, E, finish};
use crate::ast::*;
use crate::error::Found;
use crate::literal::{BytesBuilder, InvalidEscape, Prefix, StrBuilder};
use crate::position::Span;

/// A part of the literals that stand side by side.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    kind: PieceKind<'a>,
    span: Span,
}

#[derive(Clone, Copy)]
enum PieceKind<'a> {
    /// A string or bytes literal, quotes and all.
    Literal,
    /// An f-string's start, so that an f-string without pieces is one nevertheless.
    Start,
    /// Text of an f-string, which ends at an offset; 0 in a format spec.
    Text {
        raw: bool,
        end: u32,
    },
    /// The source text of a field with `=`.
    Debug,
    Field(E<'a>),
}

impl<'a> Builder<'a, '_> {
    fn piece(&mut self, kind: PieceKind<'a>, start: u32, end: u32) -> u32 {
        let span = Span::new(start, end);
        self.pieces.push(Piece { kind, span });
        self.pieces.len() as u32 - 1
    }

    /// Adds a literal that is no f-string.
    #[inline]
    pub fn literal_piece(&mut self, start: u32, end: u32) -> u32 {
        self.piece(PieceKind::Literal, start, end)
    }

    /// Enters an f-string.
    pub fn fstring_start(&mut self, start: u32, end: u32) -> u32 {
        let raw = self.text(start, end).bytes().any(|b| b | 0x20 == b'r');
        self.raw.push(raw);
        self.piece(PieceKind::Start, start, end)
    }

    /// Leaves an f-string, which ends at `end`.
    pub fn fstring_end(&mut self, end: u32) {
        self.raw.pop();
        for piece in self.pieces.iter_mut().rev() {
            match &mut piece.kind {
                PieceKind::Start => break,
                PieceKind::Text { end: last, .. } => *last = end,
                _ => {}
            }
        }
    }

    /// Adds text of the current f-string.
    pub fn text_piece(&mut self, start: u32, end: u32) -> u32 {
        let raw = self.raw.last() == Some(&true);
        self.piece(PieceKind::Text { raw, end: 0 }, start, end)
    }

    /// The start of a list of pieces that has none yet.
    pub fn no_pieces(&self) -> u32 {
        self.pieces.len() as u32
    }

    /// Adds the field `{value=!conversion:spec}`. If there is a `=` (`debug`), the text up to the
    /// next part of the field is shown before the value. `brace` is where the `}` stands.
    pub fn field(
        &mut self,
        start: u32,
        value: E<'a>,
        debug: bool,
        conversion: Option<(Conversion, u32)>,
        format_spec: Option<E<'a>>,
        brace: u32,
    ) -> u32 {
        let first = self.no_pieces();
        if debug {
            let end = match (conversion, format_spec) {
                (Some((_, mark)), _) => mark,
                (None, Some(spec)) => spec.span.start,
                (None, None) => brace,
            };
            self.piece(PieceKind::Debug, start + 1, end);
        }
        let conversion = match (conversion, format_spec) {
            (Some((conversion, _)), _) => conversion,
            (None, None) if debug => Conversion::Repr,
            (None, _) => Conversion::None,
        };
        let kind = ExprKind::FormattedValue { value, conversion, format_spec };
        let field = self.expr(start, kind, brace + 1);
        self.piece(PieceKind::Field(field), start, brace + 1);
        first
    }

    /// The conversion after a `!` that ends at `mark`, by its name.
    ///
    /// # Errors
    /// White space before the name, or an unknown conversion.
    pub fn conversion(&mut self, mark: u32, start: u32, end: u32) -> Checked<Conversion> {
        let span = Span::new(start, end);
        if mark != start {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.error(message, Span::new(mark - 1, end));
        }
        match self.text(start, end) {
            "s" => Ok(Conversion::Str),
            "r" => Ok(Conversion::Repr),
            "a" => Ok(Conversion::Ascii),
            other => {
                let message = format!("f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'");
                self.error(message, span)
            }
        }
    }

    /// A format spec of the pieces that start at `list`.
    ///
    /// # Errors
    /// A bad escape sequence.
    pub fn format_spec(&mut self, start: u32, list: u32, end: u32) -> Checked<E<'a>> {
        self.joined(start, list, end)
    }

    /// The value of the literals whose pieces start at `list`.
    ///
    /// # Errors
    /// A bad escape sequence, bytes beside strings.
    pub fn strings(&mut self, start: u32, list: u32, end: u32) -> Checked<E<'a>> {
        if let &[piece] = &self.pieces[list as usize..]
            && matches!(piece.kind, PieceKind::Literal)
        {
            self.pieces.pop();
            return self.one_literal(piece);
        }
        let pieces = &self.pieces[list as usize..];
        let (mut literals, mut bytes) = (0, 0);
        for (at, piece) in pieces.iter().enumerate() {
            if self.stops(at + 1) {
                return self.stop();
            }
            if matches!(piece.kind, PieceKind::Literal) {
                literals += 1;
                bytes += usize::from(Prefix::split(self.text(piece.span.start, piece.span.end)).0.bytes);
            }
        }
        let has_bytes = bytes > 0;
        if has_bytes && bytes < pieces.len() {
            return self.error("cannot mix bytes and nonbytes literals", Span::new(start, end));
        }
        if literals < pieces.len() {
            return self.joined(start, list, end);
        }
        let kind = match has_bytes {
            true => self.joined_bytes(list)?,
            false => {
                let (value, u) = self.run(list, self.pieces.len() as u32)?;
                ExprKind::Constant { value, u }
            }
        };
        self.pieces.truncate(list as usize);
        Ok(self.expr(start, kind, end))
    }

    /// The commonest case: a literal by itself.
    fn one_literal(&mut self, piece: Piece) -> Checked<E<'a>> {
        let span = piece.span;
        let (prefix, quoted) = Prefix::split(self.text(span.start, span.end));
        let body = Prefix::body(quoted);
        let value = if prefix.bytes {
            let mut builder = BytesBuilder::new(self.arena);
            let pushed = builder.push_watched(body, prefix.raw, self.watch);
            self.note(pushed, piece)?;
            builder.finish()
        } else {
            let mut builder = StrBuilder::new(self.arena);
            let pushed = builder.push_watched(body, prefix.raw, self.watch);
            self.note(pushed, piece)?;
            builder.finish()
        };
        let value = &*self.arena.alloc(value);
        let u = prefix.unicode;
        Ok(self.expr(span.start, ExprKind::Constant { value, u }, span.end))
    }

    fn joined_bytes(&mut self, list: u32) -> Checked<ExprKind<'a>> {
        let mut builder = BytesBuilder::new(self.arena);
        for at in list as usize..self.pieces.len() {
            if self.stops(at - list as usize + 1) {
                return self.stop();
            }
            let piece = self.pieces[at];
            let (prefix, quoted) = Prefix::split(self.text(piece.span.start, piece.span.end));
            let body = Prefix::body(quoted);
            let pushed = builder.push_watched(body, prefix.raw, self.watch);
            self.note(pushed, piece)?;
        }
        let value = &*self.arena.alloc(builder.finish());
        Ok(ExprKind::Constant { value, u: false })
    }

    /// A `JoinedStr` of the pieces that start at `list`.
    fn joined(&mut self, start: u32, list: u32, end: u32) -> Checked<E<'a>> {
        let values = self.no_exprs();
        let last = self.pieces.len() as u32;
        let mut at = list;
        while at < last {
            if at > list && self.stops(at as usize) {
                return self.stop();
            }
            match self.pieces[at as usize].kind {
                PieceKind::Field(field) => {
                    self.push(field);
                    at += 1;
                }
                PieceKind::Start => at += 1,
                _ => {
                    let from = at;
                    // Text goes on across the border between two literals.
                    let mut span = self.pieces[at as usize].span;
                    while at < last && !matches!(self.pieces[at as usize].kind, PieceKind::Field(_)) {
                        if !matches!(self.pieces[at as usize].kind, PieceKind::Start) {
                            span.end = self.pieces[at as usize].span.end;
                        }
                        at += 1;
                    }
                    let (value, u) = self.run(from, at)?;
                    if *value != Constant::Str("") {
                        let kind = ExprKind::Constant { value, u };
                        let text = self.expr(span.start, kind, span.end);
                        self.push(text);
                    }
                }
            }
        }
        self.pieces.truncate(list as usize);
        let values = finish(&mut self.exprs, values, self.arena);
        Ok(self.expr(start, ExprKind::JoinedStr { values }, end))
    }

    /// The value of a run of pieces of text, and whether the first has the prefix `u`.
    fn run(&mut self, from: u32, to: u32) -> Checked<(&'a Constant<'a>, bool)> {
        let mut builder = StrBuilder::new(self.arena);
        let mut u = false;
        for at in from..to {
            if self.stops((at - from) as usize + 1) {
                return self.stop();
            }
            let piece = self.pieces[at as usize];
            let text = self.text(piece.span.start, piece.span.end);
            let (body, raw) = match piece.kind {
                PieceKind::Literal => {
                    let (prefix, quoted) = Prefix::split(text);
                    u |= at == from && prefix.unicode;
                    (Prefix::body(quoted), prefix.raw)
                }
                PieceKind::Text { raw, .. } => (single_brace(text), raw),
                PieceKind::Debug => {
                    if builder.push_text(self.without_comments(text), self.watch).is_err() {
                        return self.stop();
                    }
                    continue;
                }
                PieceKind::Start | PieceKind::Field(_) => continue,
            };
            let pushed = builder.push_watched(body, raw, self.watch);
            self.note(pushed, piece)?;
        }
        Ok((self.arena.alloc(builder.finish()), u))
    }

    /// Passes on what the decoding of a piece has found. CPython warns of a literal in the line
    /// where it starts, of an f-string in the line where it ends; of `\{` the layout filter has
    /// warned already.
    fn note(&mut self, pushed: Result<Option<InvalidEscape>, String>, piece: Piece) -> Checked<()> {
        match pushed {
            Ok(None) => Ok(()),
            Ok(Some(escape)) => {
                let (place, read) = match piece.kind {
                    PieceKind::Text { end: end @ 1.., .. } => (end, end),
                    _ => (piece.span.start, piece.span.end),
                };
                let text = matches!(piece.kind, PieceKind::Text { .. });
                if !(text && (escape.message.ends_with("{'") || escape.message.ends_with("}'"))) {
                    self.warnings.push(Found { message: escape.message, place, read });
                }
                Ok(())
            }
            Err(_) if (self.watch)() => self.stop(),
            Err(message) => self.error(message, piece.span),
        }
    }

    /// The text of a field without comments. CPython takes any `#` for the start of one, even
    /// inside a string.
    fn without_comments(&self, text: &'a str) -> &'a str {
        if !text.contains('#') {
            return text;
        }
        let mut out = bumpalo::collections::String::with_capacity_in(text.len(), self.arena);
        for line in text.split_inclusive('\n') {
            match line.split_once('#') {
                Some((before, comment)) => {
                    out.push_str(before);
                    out.push_str(if comment.ends_with('\n') { "\n" } else { "" });
                }
                None => out.push_str(line),
            }
        }
        out.into_bump_str()
    }
}

/// Text of an f-string without the second of the doubled braces that may end it.
fn single_brace(text: &str) -> &str {
    match text.as_bytes() {
        [.., b'{', b'{'] | [.., b'}', b'}'] => &text[..text.len() - 1],
        _ => text,
    }
}
