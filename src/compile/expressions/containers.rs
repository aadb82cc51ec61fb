//! Tuple, list, set and dict displays.

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, ExprKind};

use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Reg, TEMP, is_temp};

/// A display's items are laid out in temps up to this number; more are appended one by one.
const MAX_ITEMS: usize = 64;

/// From this many constants on, a list or set is made from a constant tuple.
const MIN_CONSTANTS: usize = 3;

fn is_starred(item: &Expr) -> bool {
    matches!(item.kind, ExprKind::Starred { .. })
}

impl<'a> Compiler<'a, '_, '_> {
    /// The constant that a list or set display after `in`, or in a `for`, can be replaced by.
    pub(in crate::compile) fn constant_container(&self, expression: &Expr) -> Option<Constant> {
        let items =
            |elts: &[&Expr]| -> Option<Box<[Constant]>> { elts.iter().map(|item| self.folder.fold(item)).collect() };
        match expression.kind {
            ExprKind::List { elts, .. } => items(elts).map(Constant::Tuple),
            ExprKind::Set { elts } => {
                let mut unique: Vec<Constant> = Vec::new();
                for item in items(elts)? {
                    let hashable = !matches!(item, Constant::Complex { .. });
                    if !hashable {
                        return None;
                    }
                    if !unique.contains(&item) {
                        unique.push(item);
                    }
                }
                Some(Constant::FrozenSet(unique.into()))
            }
            _ => None,
        }
    }

    fn all_constants(&self, elts: &[&Expr]) -> Option<Constant> {
        let items: Option<Box<[Constant]>> = elts.iter().map(|item| self.folder.fold(item)).collect();
        items.map(Constant::Tuple)
    }

    /// `(a, b, *c)`.
    pub(in crate::compile) fn tuple(&mut self, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        if elts.len() <= MAX_ITEMS && !elts.iter().any(|item| is_starred(item)) {
            return self.window(Op::BUILD_TUPLE, elts, dst, span);
        }
        self.in_temp(dst, span, |compiler, dst| compiler.collect_tuple(false, elts, dst, span))
    }

    /// `[a, b, *c]`.
    pub(super) fn list(&mut self, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        if elts.len() < MIN_CONSTANTS || self.all_constants(elts).is_none() {
            if elts.len() <= MAX_ITEMS && !elts.iter().any(|item| is_starred(item)) {
                return self.window(Op::BUILD_LIST, elts, dst, span);
            }
            return self.in_temp(dst, span, |compiler, dst| compiler.collect_list(false, elts, dst, span));
        }
        let Some(constant) = self.all_constants(elts) else { return Ok(()) };
        self.in_temp(dst, span, |compiler, dst| {
            compiler.emit(Op::BUILD_LIST, dst, dst, 0, span);
            compiler.extend_by_constant(Op::LIST_EXTEND, dst, constant, span);
            Ok(())
        })
    }

    fn extend_by_constant(&mut self, op: Op, container: Reg, constant: Constant, span: Span) {
        let temp = self.unit().temp();
        self.load_constant(temp, constant, span);
        self.emit(op, container, temp, 0, span);
        self.unit().sp -= 1;
    }

    /// `{a, b, *c}`; `dst` is a temp.
    pub(super) fn set(&mut self, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        if elts.len() >= MIN_CONSTANTS
            && let Some(Constant::FrozenSet(items)) = elts
                .iter()
                .all(|item| self.folder.fold(item).is_some())
                .then(|| self.all_constants(elts))
                .flatten()
                .map(|constant| match constant {
                    Constant::Tuple(items) => Constant::FrozenSet(items),
                    other => other,
                })
        {
            self.emit(Op::BUILD_SET, dst, dst, 0, span);
            self.extend_by_constant(Op::SET_UPDATE, dst, Constant::FrozenSet(unique(&items)), span);
            return Ok(());
        }
        if elts.len() <= MAX_ITEMS && !elts.iter().any(|item| is_starred(item)) {
            return self.window(Op::BUILD_SET, elts, dst, span);
        }
        self.collect(Op::BUILD_SET, Op::SET_ADD, Op::SET_UPDATE, elts, dst, span)
    }

    /// Items in a window, then the instruction that makes the container.
    fn window(&mut self, op: Op, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        let base = self.unit().sp;
        // A temp destination is the topmost and empty: the first item may use it.
        let first = if is_temp(dst) { base - 1 } else { base };
        self.unit().sp = first;
        for item in elts {
            let temp = self.unit().temp();
            self.into(item, temp)?;
        }
        self.unit().sp = base;
        self.unit().reserve(first | TEMP, 1);
        self.emit(op, dst, first | TEMP, elts.len() as u32, span);
        Ok(())
    }

    /// A tuple of any items, by way of a list; `started` says that the list is there already.
    pub(in crate::compile) fn collect_tuple(
        &mut self,
        started: bool,
        elts: &'a [&'a Expr<'a>],
        dst: Reg,
        span: Span,
    ) -> Outcome {
        self.collect_list(started, elts, dst, span)?;
        self.emit(Op::LIST_TO_TUPLE, dst, dst, 0, span);
        Ok(())
    }

    pub(in crate::compile) fn collect_list(
        &mut self,
        started: bool,
        elts: &'a [&'a Expr<'a>],
        dst: Reg,
        span: Span,
    ) -> Outcome {
        if started {
            return self.add_all(Op::LIST_APPEND, Op::LIST_EXTEND, elts, dst, span);
        }
        self.collect(Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, elts, dst, span)
    }

    /// The first items in a window, all others added one by one.
    fn collect(&mut self, build: Op, add: Op, extend: Op, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        let head = elts.iter().take(MAX_ITEMS).take_while(|item| !is_starred(item)).count();
        self.window(build, &elts[..head], dst, span)?;
        self.add_all(add, extend, &elts[head..], dst, span)
    }

    fn add_all(&mut self, add: Op, extend: Op, elts: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        for item in elts {
            let (op, value) = match item.kind {
                ExprKind::Starred { value, .. } => (extend, value),
                _ => (add, *item),
            };
            let value = self.operand(value)?;
            self.emit(op, dst, value, 0, span);
            self.drop_operand(value);
        }
        Ok(())
    }

    /// `{a: b, **c}`; `dst` is a temp.
    pub(super) fn dict(&mut self, items: &'a [(Option<&'a Expr<'a>>, &'a Expr<'a>)], dst: Reg, span: Span) -> Outcome {
        let mut made = false;
        let mut rest = items;
        if rest.is_empty() {
            self.emit(Op::BUILD_MAP, dst, dst, 0, span);
        }
        while let Some((key, value)) = rest.first() {
            if key.is_none() {
                if !made {
                    self.emit(Op::BUILD_MAP, dst, dst, 0, span);
                }
                let mapping = self.operand(value)?;
                self.emit(Op::DICT_UPDATE, dst, mapping, 0, span);
                self.drop_operand(mapping);
                rest = &rest[1..];
            } else {
                let length = rest.iter().take_while(|(key, _)| key.is_some()).count();
                let (plain, others) = rest.split_at(length);
                self.dict_items(plain, dst, made, span)?;
                rest = others;
            }
            made = true;
        }
        Ok(())
    }

    /// Pairs without unpacking: the first in a window, all others added one by one.
    fn dict_items(
        &mut self,
        items: &'a [(Option<&'a Expr<'a>>, &'a Expr<'a>)],
        dst: Reg,
        made: bool,
        span: Span,
    ) -> Outcome {
        let head = if made { 0 } else { items.len().min(MAX_ITEMS / 2) };
        let (first, others) = items.split_at(head);
        if !made {
            let base = self.unit().sp;
            let keys: Option<Vec<_>> = first.iter().map(|(key, _)| self.folder.fold((*key)?)).collect();
            self.unit().sp = base - 1;
            for &(key, value) in first {
                if let (Some(key), None) = (key, &keys) {
                    let temp = self.unit().temp();
                    self.into(key, temp)?;
                }
                let temp = self.unit().temp();
                self.into(value, temp)?;
            }
            self.unit().sp = base;
            let count = first.len() as u32;
            match keys {
                Some(keys) if count > 0 => {
                    let keys = self.unit().constant(Constant::Tuple(keys.into()));
                    self.unit().emit_extra(Op::BUILD_CONST_KEY_MAP, [dst, dst, count], keys as u64, span);
                }
                _ => self.emit(Op::BUILD_MAP, dst, dst, count, span),
            }
        }
        for &(key, value) in others {
            let Some(key) = key else { continue };
            let base = self.unit().sp;
            let key = self.operand_before(key, &[value])?;
            let value = self.operand(value)?;
            self.emit(Op::MAP_ADD, dst, key, value, span);
            self.unit().sp = base;
        }
        Ok(())
    }
}

fn unique(items: &[Constant]) -> Box<[Constant]> {
    let mut unique: Vec<Constant> = Vec::with_capacity(items.len());
    let mut seen = std::collections::HashSet::new();
    for item in items {
        if seen.insert(item) {
            unique.push(item.clone());
        }
    }
    unique.into()
}
