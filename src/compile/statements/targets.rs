//! Targets: storing a value in a name, an attribute, a subscript or by unpacking; `del`.

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, ExprKind, Slice};

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::context::{Outcome, deeper};
use crate::compile::symbols::ScopeKind;
use crate::compile::unit::{Reg, UnitKind, is_temp};

fn is_starred(item: &Expr) -> bool {
    matches!(item.kind, ExprKind::Starred { .. })
}

impl<'a> Compiler<'a, '_, '_> {
    /// Stores a value in a target. A temp is consumed and given back if it is the topmost one; a
    /// local is copied.
    pub(in crate::compile) fn store(&mut self, target: &'a Expr<'a>, value: Reg) -> Outcome {
        let base = self.unit().sp;
        let after = if self.unit().is_top(value) { base - 1 } else { base };
        let span = target.span;
        match target.kind {
            ExprKind::Name { id, .. } => self.store_name(id, value, span)?,
            ExprKind::Attribute { value: object, attr, .. } => {
                self.note_static_attribute(object, attr);
                self.forbid_debug(attr, "assign to", span)?;
                let object = self.operand(object)?;
                let name = self.attribute_name(attr);
                let span = self.attribute_span(target);
                self.emit(Op::STORE_ATTR, object, name, value, span);
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                if let ExprKind::Slice(slice @ Slice { step: None, .. }) = slice.kind {
                    let object = self.operand_before(object, &[target])?;
                    let bounds = self.slice_bounds(slice, target.span)?;
                    self.emit(Op::STORE_SLICE, object, bounds, value, span);
                } else {
                    let object = self.operand_before(object, &[slice])?;
                    let key = self.operand(slice)?;
                    self.emit(Op::STORE_SUBSCR, object, key, value, span);
                }
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                deeper(self, |compiler| compiler.unpack(elts, value, span))?;
            }
            ExprKind::Starred { .. } => {
                return self.error(span, "starred assignment target must be in a list or tuple");
            }
            _ => return self.error(span, "cannot assign to expression"),
        }
        self.unit().sp = after;
        Ok(())
    }

    /// `self.name = …` in a method tells the class which attributes its instances have.
    fn note_static_attribute(&mut self, object: &Expr, name: anthill_grammar::Symbol) {
        let ExprKind::Name { id, .. } = object.kind else { return };
        if id != self.context.known.self_ {
            return;
        }
        let name = self.mangle(name);
        if let Some(class) = self.units.iter_mut().rev().find(|unit| unit.kind == UnitKind::Class)
            && !class.static_attributes.contains(&name)
        {
            class.static_attributes.push(name);
        }
    }

    /// The register that a target can be written to directly by what makes the value.
    pub(in crate::compile) fn direct(&mut self, target: &Expr) -> Option<Reg> {
        match target.kind {
            ExprKind::Name { id, .. } => self.local(id),
            _ => None,
        }
    }

    /// `a, b, *c = value`.
    fn unpack(&mut self, elts: &'a [&'a Expr<'a>], value: Reg, span: Span) -> Outcome {
        let mut value = value;
        if !is_temp(value) && elts.iter().any(|item| self.writes(item, value)) {
            // A local that is unpacked into itself must outlive the first item.
            let copy = self.unit().temp();
            self.emit(Op::COPY, copy, value, 0, span);
            value = copy;
        }
        let mut starred = elts.iter().enumerate().filter(|(_, item)| is_starred(item));
        if let Some((index, _)) = starred.next() {
            if index >= 1 << 8 {
                return self.error(span, "too many expressions in star-unpacking assignment");
            }
            if starred.next().is_some() {
                return self.error(span, "multiple starred expressions in assignment");
            }
            let count = elts.len() as u32;
            let first = self.unpack_destination(elts, count);
            let after = (elts.len() - index - 1) as u64;
            self.unit().emit_extra(Op::UNPACK_EX, [value, first, index as u32], after, span);
            return self.store_unpacked(elts, first);
        }
        if let [left, right] = elts {
            let (first, second) = self.pair_destinations(left, right);
            self.emit(Op::UNPACK_PAIR, first, second, value, span);
            return self.store_pair(left, right, first, second);
        }
        let first = self.unpack_destination(elts, elts.len() as u32);
        self.emit(Op::UNPACK_SEQUENCE, value, first, elts.len() as u32, span);
        self.store_unpacked(elts, first)
    }

    /// Whether storing in a target, or in one within it, writes this local.
    fn writes(&mut self, target: &'a Expr<'a>, local: Reg) -> bool {
        match target.kind {
            ExprKind::Name { .. } => self.direct(target) == Some(local),
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => false,
            _ => true,
        }
    }

    /// Where items are unpacked to: the targets themselves if they are consecutive locals, else
    /// consecutive temps.
    fn unpack_destination(&mut self, elts: &'a [&'a Expr<'a>], count: u32) -> Reg {
        let inner = |item: &'a Expr<'a>| match item.kind {
            ExprKind::Starred { value, .. } => value,
            _ => item,
        };
        let mut first = None;
        for (index, item) in elts.iter().enumerate() {
            let Some(register) = self.direct(inner(item)) else {
                first = None;
                break;
            };
            let start = *first.get_or_insert(register);
            if register != start + index as u32 {
                first = None;
                break;
            }
        }
        match first {
            Some(first) if !elts.is_empty() => first,
            _ => self.unit().temps(count.max(1)),
        }
    }

    fn store_unpacked(&mut self, elts: &'a [&'a Expr<'a>], first: Reg) -> Outcome {
        for (index, item) in elts.iter().enumerate() {
            let target = match item.kind {
                ExprKind::Starred { value, .. } => value,
                _ => item,
            };
            let register = first + index as u32;
            let base = self.unit().sp;
            if is_temp(first) {
                self.store(target, register)?;
            } else if let ExprKind::Name { id, .. } = target.kind {
                self.forbid_debug(id, "assign to", target.span)?;
            }
            // Temps behind this one are still to be stored.
            self.unit().sp = base;
        }
        Ok(())
    }

    /// Where the two items of a pair are unpacked to: locals directly, if no target before them
    /// could read their old value.
    pub(in crate::compile) fn pair_destinations(&mut self, left: &'a Expr<'a>, right: &'a Expr<'a>) -> (Reg, Reg) {
        let first = self.direct(left);
        let second = match left.kind {
            ExprKind::Name { .. } => self.direct(right),
            _ => None,
        };
        let first = first.unwrap_or_else(|| self.unit().temp());
        let second = second.unwrap_or_else(|| self.unit().temp());
        (first, second)
    }

    /// Stores what a pair's items were unpacked to, where that is not the targets themselves.
    pub(in crate::compile) fn store_pair(
        &mut self,
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
        first: Reg,
        second: Reg,
    ) -> Outcome {
        let base = self.unit().sp;
        for (target, register) in [(left, first), (right, second)] {
            self.unit().sp = base;
            if is_temp(register) {
                self.store(target, register)?;
            }
        }
        self.unit().sp = base - is_temp(first) as u32 - is_temp(second) as u32;
        Ok(())
    }

    /// `del target`.
    pub(super) fn delete(&mut self, target: &'a Expr<'a>) -> Outcome {
        let base = self.unit().sp;
        let span = target.span;
        match target.kind {
            ExprKind::Name { id, .. } => self.delete_name(id, span)?,
            ExprKind::Attribute { value, attr, .. } => {
                let object = self.operand(value)?;
                let name = self.attribute_name(attr);
                let span = self.attribute_span(target);
                self.emit(Op::DELETE_ATTR, object, name, 0, span);
            }
            ExprKind::Subscript { value, slice, .. } => {
                let object = self.operand_before(value, &[slice])?;
                let key = self.operand(slice)?;
                self.emit(Op::DELETE_SUBSCR, object, key, 0, span);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                deeper(self, |compiler| elts.iter().try_for_each(|item| compiler.delete(item)))?;
            }
            _ => return self.error(span, "cannot delete expression"),
        }
        self.unit().sp = base;
        Ok(())
    }

    /// Whether the code being compiled belongs to a module or class scope.
    pub(super) fn is_namespace_scope(&self) -> bool {
        matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class)
    }
}
