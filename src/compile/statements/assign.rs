//! Assignments: plain, augmented, annotated.

use anthill_grammar::Span;
use anthill_grammar::ast::{AnnAssign, Expr, ExprContext, ExprKind, Operator, Slice};

use crate::bytecode::{Constant, Op, flags};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::expressions::{immediate, in_place, in_place_immediate};
use crate::compile::unit::{Reg, is_temp};

/// Where a value of a parallel assignment is until its target is stored.
enum Source {
    Register(Reg),
    Constant(Constant, Span),
}

fn is_compound(target: &Expr) -> bool {
    matches!(target.kind, ExprKind::Tuple { .. } | ExprKind::List { .. })
}

/// Targets with the displays that are assigned to them, taken apart as far as they have the same form; false if the
/// outermost do not.
fn pair_up<'a>(
    target: &'a Expr<'a>,
    value: &'a Expr<'a>,
    targets: &mut Vec<&'a Expr<'a>>,
    values: &mut Vec<&'a Expr<'a>>,
    levels: u32,
) -> bool {
    let (ExprKind::Tuple { elts: left, .. } | ExprKind::List { elts: left, .. }) = target.kind else { return false };
    let (ExprKind::Tuple { elts: right, ctx: ExprContext::Load }
    | ExprKind::List { elts: right, ctx: ExprContext::Load }) = value.kind
    else {
        return false;
    };
    let starred = |item: &&Expr| matches!(item.kind, ExprKind::Starred { .. });
    if levels == 0
        || left.len() != right.len()
        || left.is_empty()
        || left.len() > 16
        || left.iter().chain(right).any(starred)
    {
        return false;
    }
    for (&target, &value) in left.iter().zip(right) {
        if !pair_up(target, value, targets, values, levels - 1) {
            targets.push(target);
            values.push(value);
        }
    }
    true
}

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn assign(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>, span: Span) -> Outcome {
        if let [target] = targets {
            return self.assign_one(target, value);
        }
        if let Some(constant) = self.folder.fold(value) {
            for target in targets {
                let direct = self.direct(target);
                let register = direct.unwrap_or_else(|| self.unit().temp());
                self.load_constant(register, constant.clone(), value.span);
                self.store(target, register)?;
            }
            return Ok(());
        }
        let base = self.unit().sp;
        let register = self.shared_value(targets, value)?;
        for (index, target) in targets.iter().enumerate() {
            if self.direct(target) == Some(register) {
                continue;
            }
            if is_temp(register) && index + 1 < targets.len() {
                match self.direct(target) {
                    Some(local) => self.emit(Op::COPY, local, register, 0, span),
                    None => {
                        let copy = self.unit().temp();
                        self.emit(Op::COPY, copy, register, 0, span);
                        self.store(target, copy)?;
                    }
                }
            } else {
                self.store(target, register)?;
            }
        }
        self.unit().sp = base;
        Ok(())
    }

    /// The value of a multiple assignment: in the first target if that is a local which no other
    /// target touches, else in a temp.
    fn shared_value(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>) -> Outcome<Reg> {
        let simple = |target: &&Expr| matches!(target.kind, ExprKind::Name { .. });
        if targets.iter().all(simple)
            && let Some(first) = self.direct(targets[0])
            && targets[1..].iter().all(|target| self.direct(target) != Some(first))
        {
            self.into(value, first)?;
            return Ok(first);
        }
        let temp = self.unit().temp();
        self.into(value, temp)?;
        Ok(temp)
    }

    fn assign_one(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Outcome {
        if let Some(local) = self.direct(target) {
            return self.into(value, local);
        }
        let (mut targets, mut values) = (Vec::new(), Vec::new());
        if is_compound(target)
            && pair_up(target, value, &mut targets, &mut values, 4)
            && (2..=16).contains(&targets.len())
        {
            return self.assign_in_parallel(&targets, &values, value.span);
        }
        let base = self.unit().sp;
        let later = [target];
        let value = self.operand_before(value, &later)?;
        self.store(target, value)?;
        self.unit().sp = base;
        Ok(())
    }

    /// `a, b = c, d` without a tuple: all values first, then the targets from left to right. A
    /// local is read where it is if no earlier target overwrites it.
    fn assign_in_parallel(&mut self, targets: &[&'a Expr<'a>], values: &[&'a Expr<'a>], span: Span) -> Outcome {
        if let ([first, second], [left, right]) = (targets, values)
            && let (Some(a), Some(b)) = (self.direct(first), self.direct(second))
            && a != b
            && self.plain_local(left) == Some(b)
            && self.plain_local(right) == Some(a)
        {
            self.emit(Op::CHECK_LOCAL, b, 0, 0, left.span);
            self.emit(Op::CHECK_LOCAL, a, 0, 0, right.span);
            self.emit(Op::SWAP, a, b, 0, span);
            return Ok(());
        }
        let base = self.unit().sp;
        let mut sources = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            if let Some(constant) = self.folder.fold(value) {
                sources.push(Source::Constant(constant, value.span));
                continue;
            }
            let source = self.plain_local(value);
            let overwritten = source.is_some_and(|source| {
                let earlier = &targets[..index];
                earlier.iter().any(|target| is_compound(target) || self.direct(target) == Some(source))
            });
            if overwritten {
                let temp = self.unit().temp();
                self.into(value, temp)?;
                sources.push(Source::Register(temp));
            } else {
                let later: Vec<_> = values[index + 1..].iter().chain(targets).copied().collect();
                sources.push(Source::Register(self.operand_before(value, &later)?));
            }
        }
        let top = self.unit().sp;
        for (target, source) in targets.iter().zip(sources) {
            match source {
                Source::Register(register) => self.store(target, register)?,
                Source::Constant(constant, span) => {
                    let direct = self.direct(target);
                    let register = direct.unwrap_or_else(|| self.unit().temp());
                    self.load_constant(register, constant, span);
                    if direct.is_none() {
                        self.store(target, register)?;
                    }
                }
            }
            self.unit().sp = top;
        }
        self.unit().sp = base;
        Ok(())
    }

    /// The local that an expression names.
    fn plain_local(&mut self, expression: &Expr) -> Option<Reg> {
        match expression.kind {
            ExprKind::Name { id, ctx: ExprContext::Load } => self.local(id),
            _ => None,
        }
    }

    pub(super) fn augmented_assign(
        &mut self,
        target: &'a Expr<'a>,
        operator: Operator,
        value: &'a Expr<'a>,
        span: Span,
    ) -> Outcome {
        let base = self.unit().sp;
        match target.kind {
            ExprKind::Name { id, .. } => {
                self.forbid_debug(id, "assign to", target.span)?;
                if let Some(local) = self.local(id) {
                    self.emit(Op::CHECK_LOCAL, local, 0, 0, target.span);
                    let mut left = local;
                    if self.is_rebound(id) {
                        left = self.unit().temp();
                        self.emit(Op::COPY, left, local, 0, target.span);
                    }
                    self.apply_in_place(operator, left, value, local, span)?;
                } else {
                    let temp = self.unit().temp();
                    self.load_name(id, temp, target.span)?;
                    self.apply_in_place(operator, temp, value, temp, span)?;
                    self.store_name(id, temp, target.span)?;
                }
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                let object = self.operand_before(object, &[value])?;
                let name = self.attribute_name(attr);
                let place = self.attribute_span(target);
                let result = self.unit().temp();
                let source = self.copied(object, result, place);
                self.emit(Op::LOAD_ATTR, result, source, name, place);
                self.apply_in_place(operator, result, value, result, span)?;
                self.emit(Op::STORE_ATTR, object, name, result, place);
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                let place = target.span;
                if let ExprKind::Slice(slice @ Slice { step: None, .. }) = slice.kind {
                    let object = self.operand_before(object, &[target, value])?;
                    let bounds = self.slice_bounds(slice, place)?;
                    let result = self.unit().temp();
                    let source = self.copied(object, result, place);
                    let copies = self.unit().temps(2);
                    self.emit(Op::COPY, copies, bounds, 0, place);
                    self.emit(Op::COPY, copies + 1, bounds + 1, 0, place);
                    self.emit(Op::LOAD_SLICE, result, source, copies, place);
                    self.unit().sp -= 2;
                    self.apply_in_place(operator, result, value, result, span)?;
                    self.emit(Op::STORE_SLICE, object, bounds, result, place);
                } else if let Some(constant) = self.short_key(slice) {
                    let object = self.operand_before(object, &[value])?;
                    let result = self.unit().temp();
                    let source = self.copied(object, result, place);
                    match immediate(&constant) {
                        Some(number) => self.emit(Op::LOAD_SUBSCR_IMM, result, source, number, place),
                        None => {
                            let key = self.unit().constant(constant.clone());
                            self.emit(Op::LOAD_SUBSCR_CONST, result, source, key, place);
                        }
                    }
                    self.apply_in_place(operator, result, value, result, span)?;
                    let key = self.unit().temp();
                    self.load_constant(key, constant, slice.span);
                    self.emit(Op::STORE_SUBSCR, object, key, result, place);
                } else {
                    let object = self.operand_before(object, &[slice, value])?;
                    let key = self.operand_before(slice, &[value])?;
                    let result = self.unit().temp();
                    let source = self.copied(object, result, place);
                    let mut index = key;
                    if is_temp(key) {
                        index = self.unit().temp();
                        self.emit(Op::COPY, index, key, 0, place);
                        self.drop_operand(index);
                    }
                    self.emit(Op::LOAD_SUBSCR, result, source, index, place);
                    self.apply_in_place(operator, result, value, result, span)?;
                    self.emit(Op::STORE_SUBSCR, object, key, result, place);
                }
            }
            _ => return self.error(span, "illegal expression for augmented assignment"),
        }
        self.unit().sp = base;
        Ok(())
    }

    /// A constant key that fits into an instruction.
    fn short_key(&mut self, slice: &Expr) -> Option<Constant> {
        let constant = self.folder.fold(slice)?;
        let text = matches!(constant, Constant::Str(_) | Constant::Bytes(_));
        let fits = text && self.unit().constant(constant.clone()) <= u16::MAX as u32;
        (fits || immediate(&constant).is_some()).then_some(constant)
    }

    /// An object that is used twice: a temp is copied to `copy` first.
    fn copied(&mut self, object: Reg, copy: Reg, span: Span) -> Reg {
        if !is_temp(object) {
            return object;
        }
        self.emit(Op::COPY, copy, object, 0, span);
        copy
    }

    /// `dst = left op= value`; a temp `left` is the topmost.
    fn apply_in_place(&mut self, operator: Operator, left: Reg, value: &'a Expr<'a>, dst: Reg, span: Span) -> Outcome {
        if let Some(number) = self.folder.fold(value).as_ref().and_then(immediate)
            && let Some(op) = in_place_immediate(operator)
        {
            self.emit(op, dst, left, number, span);
            return Ok(());
        }
        let right = self.operand(value)?;
        self.drop_operand(right);
        self.emit(in_place(operator), dst, left, right, span);
        Ok(())
    }

    pub(super) fn annotated_assign(&mut self, node: &'a AnnAssign<'a>, span: Span) -> Outcome {
        if let Some(value) = node.value {
            self.assign_one(node.target, value)?;
        }
        match node.target.kind {
            ExprKind::Name { id, .. } => {
                self.forbid_debug(id, "assign to", span)?;
                if node.simple && self.is_namespace_scope() {
                    let base = self.unit().sp;
                    let annotation = self.annotation(node.annotation)?;
                    let dict = self.unit().temp();
                    let annotations = self.context.known.annotations;
                    self.load_name(annotations, dict, span)?;
                    let key = self.unit().temp();
                    let name = self.name_constant(id);
                    self.load_constant(key, name, span);
                    self.emit(Op::STORE_SUBSCR, dict, key, annotation, span);
                    self.unit().sp = base;
                }
            }
            ExprKind::Attribute { value, attr, .. } => {
                self.forbid_debug(attr, "assign to", span)?;
                if node.value.is_none() {
                    self.discarded(value)?;
                }
            }
            ExprKind::Subscript { value, slice, .. } if node.value.is_none() => {
                self.discarded(value)?;
                match slice.kind {
                    ExprKind::Slice(Slice { lower, upper, step }) => {
                        for bound in [lower, upper, step].into_iter().flatten() {
                            self.discarded(bound)?;
                        }
                    }
                    _ => self.discarded(slice)?,
                }
            }
            _ => {}
        }
        // An annotation of what is no plain name is evaluated and dropped, outside functions.
        if !node.simple && self.is_namespace_scope() && self.future & flags::FUTURE_ANNOTATIONS == 0 {
            self.discarded(node.annotation)?;
        }
        Ok(())
    }

    /// The value of an annotation: the object, or its text under the future import.
    pub(in crate::compile) fn annotation(&mut self, annotation: &'a Expr<'a>) -> Outcome<Reg> {
        if self.future & flags::FUTURE_ANNOTATIONS == 0 {
            return self.operand(annotation);
        }
        let temp = self.unit().temp();
        let text = super::unparse::unparse(annotation, self.context.names);
        self.load_constant(temp, Constant::Str(text.into()), annotation.span);
        Ok(temp)
    }
}
