//! `match`.
//!
//! The subject and its parts are kept in internal locals, where every test reads them in place.
//! Names are bound when the whole pattern has matched, before the guard. On the way to the next
//! case nothing is undone; a case that matches, and the end, empty the locals used so far.

use anthill_grammar::ast::{
    Constant as Literal, Expr, ExprKind, MatchCase, MatchClass, MatchMapping, Pattern, PatternKind,
};
use anthill_grammar::{Span, Symbol};

use super::super::expressions::immediate;
use crate::bytecode::{Constant, LocalKind, Op};
use crate::compile::compiler::Compiler;
use crate::compile::constants::{equal, from_literal};
use crate::compile::context::{Outcome, deeper};
use crate::compile::unit::{Label, Reg};

/// A name that a pattern binds, and the internal local with its value.
type Capture = (Symbol, Reg);

/// A case being compiled.
struct Case {
    subject: Reg,
    /// The subject is a variable of the program.
    in_place: bool,
    /// Where a pattern that does not match goes.
    next: Label,
    captures: Vec<Capture>,
    /// The runs of internal locals that hold the subject's parts.
    blocks: Vec<(Reg, usize)>,
    /// A `match` that binds or ignores everything is allowed only as the last case.
    allow_irrefutable: bool,
}

/// Whether a pattern binds a name.
fn binds(pattern: &Pattern, wanted: Symbol) -> bool {
    let mut waiting = vec![pattern];
    while let Some(pattern) = waiting.pop() {
        let name = match pattern.kind {
            PatternKind::MatchValue { .. } | PatternKind::MatchSingleton { .. } => None,
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => {
                waiting.extend(patterns);
                None
            }
            PatternKind::MatchMapping(node) => {
                waiting.extend(node.patterns);
                node.rest
            }
            PatternKind::MatchClass(node) => {
                waiting.extend(node.patterns);
                waiting.extend(node.kwd_patterns);
                None
            }
            PatternKind::MatchStar { name } => name,
            PatternKind::MatchAs { pattern, name } => {
                waiting.extend(pattern);
                name
            }
        };
        if name == Some(wanted) {
            return true;
        }
    }
    false
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::MatchAs { pattern: None, name: None })
}

fn is_star_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::MatchStar { name: None })
}

fn is_star(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::MatchStar { .. })
}

/// A literal or `-literal` as Python writes it, for error messages.
fn quoted(text: &str) -> String {
    format!("'{text}'")
}

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn match_statement(&mut self, subject: &'a Expr<'a>, cases: &'a [MatchCase<'a>], span: Span) -> Outcome {
        let start = self.unit().hidden_log.len();
        let in_place = match subject.kind {
            ExprKind::Name { id, .. } if !cases.iter().any(|case| binds(case.pattern, id)) && !self.is_rebound(id) => {
                self.local_in_place(subject, &[])
            }
            _ => None,
        };
        let register = match in_place {
            Some(local) => local,
            None => {
                let register = self.unit().hidden("subject", LocalKind::Internal);
                self.into(subject, register)?;
                register
            }
        };
        let end = self.label();
        for (index, case) in cases.iter().enumerate() {
            let last = index + 1 == cases.len();
            let next = self.label();
            let mut state = Case {
                subject: register,
                in_place: in_place.is_some(),
                next,
                captures: Vec::new(),
                blocks: Vec::new(),
                allow_irrefutable: case.guard.is_some() || last,
            };
            self.pattern(case.pattern, register, &mut state)?;
            self.bind(&state, case.guard.is_some(), case.pattern.span)?;
            if let Some(guard) = case.guard {
                self.jump_if(guard, false, next)?;
            }
            self.release_hidden(start, case.pattern.span);
            self.unit().free_blocks(std::mem::take(&mut state.blocks));
            self.body(case.body)?;
            let last = self.unit().last_span();
            self.unit().jump(end, last);
            self.place_label(next);
        }
        self.release_hidden(start, span);
        self.place_label(end);
        if in_place.is_none() {
            self.unit().reuse(register);
        }
        Ok(())
    }

    /// Binds the captured names. The subject must survive a guard.
    fn bind(&mut self, case: &Case, guarded: bool, span: Span) -> Outcome {
        for (index, &(name, register)) in case.captures.iter().enumerate() {
            let wanted_again = register == case.subject && (guarded || case.in_place)
                || case.captures[index + 1..].iter().any(|(_, other)| *other == register);
            let local = self.local(name).filter(|_| name != self.context.known.debug);
            match (local, wanted_again) {
                (Some(local), false) => self.emit(Op::MOVE, local, register, 0, span),
                (Some(local), true) => self.emit(Op::COPY, local, register, 0, span),
                (None, _) => self.store_name(name, register, span)?,
            }
        }
        Ok(())
    }

    /// Tests the value in `subject` against a pattern; goes on if it matches.
    fn pattern(&mut self, pattern: &'a Pattern<'a>, subject: Reg, case: &mut Case) -> Outcome {
        let span = pattern.span;
        match pattern.kind {
            PatternKind::MatchValue { value } => self.pattern_value(value, subject, case.next, span),
            PatternKind::MatchSingleton { value } => self.pattern_singleton(value, subject, case.next, span),
            PatternKind::MatchSequence { patterns } => {
                deeper(self, |compiler| compiler.pattern_sequence(patterns, subject, case, span))
            }
            PatternKind::MatchMapping(node) => {
                deeper(self, |compiler| compiler.pattern_mapping(node, subject, case, span))
            }
            PatternKind::MatchClass(node) => deeper(self, |compiler| compiler.pattern_class(node, subject, case, span)),
            PatternKind::MatchStar { name } => match name {
                Some(name) => self.bind_later(name, subject, case, span),
                None => Ok(()),
            },
            PatternKind::MatchAs { pattern: None, name } => {
                if !case.allow_irrefutable {
                    let message = match name {
                        Some(name) => {
                            let name = quoted(self.context.text(name));
                            format!("name capture {name} makes remaining patterns unreachable")
                        }
                        None => "wildcard makes remaining patterns unreachable".to_string(),
                    };
                    return self.error(span, message);
                }
                match name {
                    Some(name) => self.bind_later(name, subject, case, span),
                    None => Ok(()),
                }
            }
            PatternKind::MatchAs { pattern: Some(inner), name } => {
                deeper(self, |compiler| compiler.pattern(inner, subject, case))?;
                match name {
                    Some(name) => self.bind_later(name, subject, case, span),
                    None => Ok(()),
                }
            }
            PatternKind::MatchOr { patterns } => {
                deeper(self, |compiler| compiler.pattern_or(patterns, subject, case, span))
            }
        }
    }

    /// Internal locals for parts of the subject; they are free again when the case is decided.
    fn part_registers(&mut self, count: usize, case: &mut Case) -> Reg {
        let first = self.unit().internal_block(count);
        case.blocks.push((first, count));
        first
    }

    fn bind_later(&mut self, name: Symbol, register: Reg, case: &mut Case, span: Span) -> Outcome {
        self.forbid_debug(name, "assign to", span)?;
        if case.captures.iter().any(|(other, _)| *other == name) {
            let name = quoted(self.context.text(name));
            return self.error(span, format!("multiple assignments to name {name} in pattern"));
        }
        case.captures.push((name, register));
        Ok(())
    }

    fn pattern_value(&mut self, value: &'a Expr<'a>, subject: Reg, next: Label, span: Span) -> Outcome {
        if matches!(value.kind, ExprKind::JoinedStr { .. }) {
            return self.error(span, "patterns may only match literals and attribute lookups");
        }
        let constant = self.folder.fold(value);
        if let Some(number) = constant.as_ref().and_then(immediate) {
            self.unit().emit_jump(Op::JUMP_IF_NOT_EQ_IMM, [subject, number, 0], 0, next, span);
            return Ok(());
        }
        if let Some(constant @ (Constant::Str(_) | Constant::Bytes(_))) = constant {
            let index = self.unit().constant(constant.clone());
            if index <= u16::MAX as u32 {
                self.unit().emit_jump(Op::JUMP_IF_NOT_EQ_CONST, [subject, index, 0], 0, next, span);
                return Ok(());
            }
        }
        let operand = self.operand(value)?;
        self.drop_operand(operand);
        self.unit().emit_jump(Op::JUMP_IF_NOT_EQ, [subject, operand, 0], 0, next, span);
        Ok(())
    }

    fn pattern_singleton(&mut self, value: &Literal, subject: Reg, next: Label, span: Span) -> Outcome {
        match from_literal(value) {
            Constant::None => {
                self.unit().emit_jump(Op::JUMP_IF_NOT_NONE, [subject, 0, 0], 0, next, span);
            }
            constant => {
                let temp = self.unit().temp();
                self.load_constant(temp, constant, span);
                self.unit().sp -= 1;
                self.unit().emit_jump(Op::JUMP_IF_IS_NOT, [subject, temp, 0], 0, next, span);
            }
        }
        Ok(())
    }

    /// Tests parts that lie in consecutive internal locals.
    fn parts(&mut self, patterns: &[&'a Pattern<'a>], first: Reg, case: &mut Case) -> Outcome {
        let allow = std::mem::replace(&mut case.allow_irrefutable, true);
        for (index, pattern) in patterns.iter().enumerate() {
            if !is_wildcard(pattern) && !is_star_wildcard(pattern) {
                self.pattern(pattern, first + index as Reg, case)?;
            }
        }
        case.allow_irrefutable = allow;
        Ok(())
    }

    fn pattern_sequence(
        &mut self,
        patterns: &'a [&'a Pattern<'a>],
        subject: Reg,
        case: &mut Case,
        span: Span,
    ) -> Outcome {
        let size = patterns.len();
        let mut stars = patterns.iter().enumerate().filter(|(_, pattern)| is_star(pattern));
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return self.error(span, "multiple starred names in sequence pattern");
        }
        let Some(star) = star else {
            if patterns.iter().all(|pattern| is_wildcard(pattern)) {
                self.sequence_length(subject, size, Op::JUMP_IF_NOT_EQ_IMM, case.next, span);
                return Ok(());
            }
            let first = self.part_registers(size, case);
            self.unit().emit_jump(Op::MATCH_SEQUENCE, [subject, first, size as u32], 0, case.next, span);
            return self.parts(patterns, first, case);
        };
        if size == 1 && is_star_wildcard(patterns[0]) {
            self.unit().emit_jump(Op::JUMP_IF_NOT_SEQUENCE, [subject, 0, 0], 0, case.next, span);
            return Ok(());
        }
        if size > 1 {
            self.sequence_length(subject, size - 1, Op::JUMP_IF_LT_IMM, case.next, span);
        } else {
            self.unit().emit_jump(Op::JUMP_IF_NOT_SEQUENCE, [subject, 0, 0], 0, case.next, span);
        }
        if patterns.iter().all(|pattern| is_wildcard(pattern) || is_star_wildcard(pattern)) {
            return Ok(());
        }
        if is_star_wildcard(patterns[star]) {
            return self.sequence_by_index(patterns, star, subject, case, span);
        }
        if star >= 1 << 8 {
            return self.error(span, "too many expressions in star-unpacking sequence pattern");
        }
        let first = self.part_registers(size, case);
        let after = (size - star - 1) as u64;
        self.unit().emit_extra(Op::UNPACK_EX, [subject, first, star as u32], after, span);
        self.parts(patterns, first, case)
    }

    /// Jumps unless the subject is a sequence of the right length.
    fn sequence_length(&mut self, subject: Reg, size: usize, op: Op, next: Label, span: Span) {
        self.unit().emit_jump(Op::JUMP_IF_NOT_SEQUENCE, [subject, 0, 0], 0, next, span);
        self.length_test(subject, size, op, next, span);
    }

    fn length_test(&mut self, subject: Reg, size: usize, op: Op, next: Label, span: Span) {
        let length = self.unit().temp();
        self.emit(Op::GET_LEN, length, subject, 0, span);
        if let Some(number) = immediate(&Constant::Int(size as i64)) {
            self.unit().emit_jump(op, [length, number, 0], 0, next, span);
        } else {
            let limit = self.unit().temp();
            self.load_constant(limit, Constant::Int(size as i64), span);
            let op = if op == Op::JUMP_IF_LT_IMM { Op::JUMP_IF_LT } else { Op::JUMP_IF_NOT_EQ };
            self.unit().emit_jump(op, [length, limit, 0], 0, next, span);
            self.unit().sp -= 1;
        }
        self.unit().sp -= 1;
    }

    /// `[a, *_, b]` takes the items it needs by their index.
    fn sequence_by_index(
        &mut self,
        patterns: &'a [&'a Pattern<'a>],
        star: usize,
        subject: Reg,
        case: &mut Case,
        span: Span,
    ) -> Outcome {
        let allow = std::mem::replace(&mut case.allow_irrefutable, true);
        for (index, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || is_star(pattern) {
                continue;
            }
            let part = self.part_registers(1, case);
            if index < star {
                match immediate(&Constant::Int(index as i64)) {
                    Some(number) => self.emit(Op::LOAD_SUBSCR_IMM, part, subject, number, span),
                    None => {
                        let key = self.unit().temp();
                        self.load_constant(key, Constant::Int(index as i64), span);
                        self.emit(Op::LOAD_SUBSCR, part, subject, key, span);
                        self.unit().sp -= 1;
                    }
                }
            } else {
                let key = self.unit().temp();
                self.emit(Op::GET_LEN, key, subject, 0, span);
                let distance = Constant::Int((patterns.len() - index) as i64);
                match immediate(&distance) {
                    Some(number) => self.emit(Op::SUB_IMM, key, key, number, span),
                    None => {
                        let temp = self.unit().temp();
                        self.load_constant(temp, distance, span);
                        self.emit(Op::SUB, key, key, temp, span);
                        self.unit().sp -= 1;
                    }
                }
                self.unit().sp -= 1;
                self.emit(Op::LOAD_SUBSCR, part, subject, key, span);
            }
            self.pattern(pattern, part, case)?;
        }
        case.allow_irrefutable = allow;
        Ok(())
    }

    fn pattern_mapping(&mut self, node: &'a MatchMapping<'a>, subject: Reg, case: &mut Case, span: Span) -> Outcome {
        let size = node.keys.len();
        self.unit().emit_jump(Op::JUMP_IF_NOT_MAPPING, [subject, 0, 0], 0, case.next, span);
        if size == 0 && node.rest.is_none() {
            return Ok(());
        }
        if size > 0 {
            self.length_test(subject, size, Op::JUMP_IF_LT_IMM, case.next, span);
        }
        if size > 32767 {
            return self.error(span, "too many sub-patterns in mapping pattern");
        }
        let mut seen: Vec<Constant> = Vec::new();
        let base = self.unit().sp;
        for key in node.keys {
            let constant = if matches!(key.kind, ExprKind::JoinedStr { .. }) { None } else { self.folder.fold(key) };
            match constant {
                Some(constant) if seen.iter().any(|other| equal(other, &constant)) => {
                    let text = super::unparse::unparse(key, self.context.names);
                    return self.error(span, format!("mapping pattern checks duplicate key ({text})"));
                }
                Some(constant) => seen.push(constant),
                None if matches!(key.kind, ExprKind::Attribute { .. }) => {}
                None => {
                    let message = "mapping pattern keys may only match literals and attribute lookups";
                    return self.error(span, message);
                }
            }
        }
        let keys = self.unit().temp();
        if seen.len() == size {
            self.load_constant(keys, Constant::Tuple(seen.into()), span);
        } else {
            self.tuple(node.keys, keys, span)?;
        }
        let mut source = keys;
        if node.rest.is_some() {
            source = self.part_registers(1, case);
            self.emit(Op::MOVE, source, keys, 0, span);
        }
        let first = self.part_registers(size, case);
        self.match_keys([subject, source, first], size as u64, case.next, span);
        self.unit().sp = base;
        let patterns: Vec<_> = node.patterns.to_vec();
        self.parts(&patterns, first, case)?;
        if let Some(rest) = node.rest {
            let dict = self.part_registers(1, case);
            self.emit(Op::MATCH_REST, dict, subject, source, span);
            self.bind_later(rest, dict, case, span)?;
        }
        Ok(())
    }

    fn match_keys(&mut self, operands: [u32; 3], size: u64, next: Label, span: Span) {
        self.unit().emit_jump(Op::MATCH_KEYS, operands, size, next, span);
    }

    fn pattern_class(&mut self, node: &'a MatchClass<'a>, subject: Reg, case: &mut Case, span: Span) -> Outcome {
        let positional = node.patterns.len();
        let size = positional + node.kwd_attrs.len();
        if size > 32767 {
            let class = super::unparse::unparse(node.cls, self.context.names);
            return self.error(span, format!("too many sub-patterns in class pattern {class}"));
        }
        for (index, &name) in node.kwd_attrs.iter().enumerate() {
            self.forbid_debug(name, "assign to", node.kwd_patterns[index].span)?;
            if node.kwd_attrs[index + 1..].contains(&name) {
                let text = self.context.text(name).to_string();
                let place = node.kwd_patterns[index + 1..]
                    .iter()
                    .zip(&node.kwd_attrs[index + 1..])
                    .find(|(_, other)| **other == name)
                    .map_or(span, |(pattern, _)| pattern.span);
                return self.error(place, format!("attribute name repeated in class pattern: {text}"));
            }
        }
        let class = self.operand(node.cls)?;
        self.drop_operand(class);
        let names =
            node.kwd_attrs.iter().map(|name| Constant::Str(self.context.text(*name).into())).collect::<Vec<_>>();
        let names = self.unit().constant(Constant::Tuple(names.into()));
        let first = self.part_registers(size, case);
        let extra = (positional as u64) << 32 | names as u64;
        self.unit().emit_jump(Op::MATCH_CLASS, [subject, class, first], extra, case.next, span);
        let patterns: Vec<_> = node.patterns.iter().chain(node.kwd_patterns).copied().collect();
        self.parts(&patterns, first, case)
    }

    /// `a | b`: every alternative must bind the same names; they meet in the same registers.
    fn pattern_or(&mut self, patterns: &'a [&'a Pattern<'a>], subject: Reg, case: &mut Case, span: Span) -> Outcome {
        let end = self.label();
        let outer = std::mem::take(&mut case.captures);
        let (next, allow) = (case.next, case.allow_irrefutable);
        let mut common: Vec<Capture> = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            let last = index + 1 == patterns.len();
            let failed = if last { next } else { self.label() };
            case.next = failed;
            case.allow_irrefutable = allow && last;
            case.captures.clear();
            self.pattern(pattern, subject, case)?;
            if index == 0 {
                for (name, _) in case.captures.clone() {
                    let register = self.part_registers(1, case);
                    common.push((name, register));
                }
            }
            let same = case.captures.len() == common.len()
                && common.iter().all(|(name, _)| case.captures.iter().any(|(other, _)| other == name));
            if !same {
                return self.error(span, "alternative patterns bind different names");
            }
            let captures = case.captures.clone();
            for (position, &(name, register)) in captures.iter().enumerate() {
                let Some(&(_, target)) = common.iter().find(|(other, _)| *other == name) else { continue };
                let shared = captures[position + 1..].iter().any(|(_, other)| *other == register);
                let op = if shared || register == subject { Op::COPY } else { Op::MOVE };
                self.emit(op, target, register, 0, span);
            }
            if !last {
                self.unit().jump(end, span);
                self.place_label(failed);
            }
        }
        self.place_label(end);
        case.next = next;
        case.allow_irrefutable = allow;
        case.captures = outer;
        for (name, register) in common {
            self.bind_later(name, register, case, span)?;
        }
        Ok(())
    }
}
