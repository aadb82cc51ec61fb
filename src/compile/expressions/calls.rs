//! Calls: plain, of methods, of `super()`'s methods, with keywords and unpacking.
//!
//! A call's window: the callee, three registers of header room, the arguments (see `docs/vm.md`).

use anthill_grammar::ast::{Call, Expr, ExprContext, ExprKind, Keyword};
use anthill_grammar::{Span, Symbol};

use super::chain::{Left, Spine};
use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::names::Place;
use crate::compile::symbols::{Access, NumberMap, ScopeId};
use crate::compile::unit::{Reg, UnitKind, is_temp};

/// Registers between the callee and the first argument.
pub(in crate::compile) const HEADER: u32 = 3;

/// A call with more arguments than this passes them in a tuple.
const MAX_WINDOW: usize = 4000;

impl<'a> Compiler<'a, '_, '_> {
    /// Whether the arguments can be laid out in a window.
    fn has_plain_arguments(&self, call: &Call) -> bool {
        !call.args.iter().any(|argument| matches!(argument.kind, ExprKind::Starred { .. }))
            && call.keywords.iter().all(|keyword| keyword.arg.is_some())
            && call.args.len() + call.keywords.len() <= MAX_WINDOW
    }

    /// Whether `x.name(…)` is compiled with `LOAD_METHOD`.
    pub(super) fn is_method_call(&self, call: &Call) -> bool {
        matches!(call.func.kind, ExprKind::Attribute { ctx: ExprContext::Load, .. }) && self.has_plain_arguments(call)
    }

    /// `left.name(arguments)`.
    pub(super) fn method_step(
        &mut self,
        left: Left<'a>,
        attribute: &'a Expr<'a>,
        call: &'a Call<'a>,
        span: Span,
        spine: &mut Spine,
    ) -> Outcome<Reg> {
        self.check_keywords(call.keywords)?;
        let ExprKind::Attribute { attr, .. } = attribute.kind else { return self.error(span, "no attribute") };
        let object = self.settle(left, &[], spine)?;
        let window = self.accumulator(spine);
        let name = self.attribute_name(attr);
        let method_span = self.attribute_span(attribute);
        self.emit(Op::LOAD_METHOD, window, object, name, method_span);
        let call_span = self.span_at_attribute(span, attribute.span, attr);
        self.finish_method_call(window, call, call_span, spine)
    }

    /// Arguments and call behind a `LOAD_METHOD`.
    fn finish_method_call(&mut self, window: Reg, call: &'a Call<'a>, span: Span, spine: &mut Spine) -> Outcome<Reg> {
        self.unit().temps(HEADER + 1);
        let (count, names) = self.plain_arguments(call.args, call.keywords)?;
        self.unit().sp = (window & !crate::compile::unit::TEMP) + 1;
        let result = self.result(spine);
        match names {
            None => self.emit(Op::CALL_METHOD, result, window, count, span),
            Some(names) => self.unit().emit_extra(Op::CALL_METHOD_KW, [result, window, count], names, span),
        }
        Ok(result)
    }

    /// `left(arguments)`.
    pub(super) fn call_step(
        &mut self,
        left: Left<'a>,
        call: &'a Call<'a>,
        span: Span,
        spine: &mut Spine,
    ) -> Outcome<Reg> {
        self.check_keywords(call.keywords)?;
        self.check_callee(call.func, span);
        if let Left::Leaf(leaf) = left
            && let ExprKind::Attribute { value, attr, .. } = leaf.kind
            && self.has_plain_arguments(call)
        {
            let window = self.accumulator(spine);
            self.super_operands(value, window)?;
            let name = self.attribute_name(attr);
            let method_span = self.attribute_span(leaf);
            self.unit().reserve(window, 5);
            self.emit(Op::LOAD_SUPER_METHOD, window, window, name, method_span);
            let call_span = self.span_at_attribute(span, leaf.span, attr);
            return self.finish_method_call(window, call, call_span, spine);
        }
        let window = self.callee(left, spine)?;
        self.unit().temps(HEADER);
        if self.has_plain_arguments(call) {
            let (count, names) = self.plain_arguments(call.args, call.keywords)?;
            self.unit().sp = (window & !crate::compile::unit::TEMP) + 1;
            let result = self.result(spine);
            match names {
                None => self.emit(Op::CALL, result, window, count, span),
                Some(names) => self.unit().emit_extra(Op::CALL_KW, [result, window, count], names, span),
            }
            return Ok(result);
        }
        let flags = self.packed_arguments(None, call.args, call.keywords, window, span)?;
        self.unit().sp = (window & !crate::compile::unit::TEMP) + 1;
        let result = self.result(spine);
        self.emit(Op::CALL_EX, result, window, flags, span);
        Ok(result)
    }

    /// Puts the callee into the accumulator.
    fn callee(&mut self, left: Left<'a>, spine: &mut Spine) -> Outcome<Reg> {
        let window = self.accumulator(spine);
        match left {
            Left::Value(register) if is_temp(register) => {}
            Left::Value(register) => self.emit(Op::COPY, window, register, 0, Span::default()),
            Left::Leaf(leaf) if matches!(leaf.kind, ExprKind::Attribute { .. }) => {
                let ExprKind::Attribute { value, attr, .. } = leaf.kind else { return Ok(window) };
                self.super_attribute(value, leaf, attr, window)?;
            }
            Left::Leaf(leaf) => self.into(leaf, window)?,
            Left::Constant(constant, span) => self.load_constant(window, constant, span),
        }
        Ok(window)
    }

    /// Evaluates arguments into consecutive temps. Returns how many there are, and the index of the
    /// tuple of keyword names if there are any.
    pub(in crate::compile) fn plain_arguments(
        &mut self,
        arguments: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Outcome<(u32, Option<u64>)> {
        for argument in arguments {
            let temp = self.unit().temp();
            self.into(argument, temp)?;
        }
        for keyword in keywords {
            let temp = self.unit().temp();
            self.into(keyword.value, temp)?;
        }
        let count = (arguments.len() + keywords.len()) as u32;
        let names = (!keywords.is_empty()).then(|| self.keyword_names(keywords));
        Ok((count, names))
    }

    /// The constant tuple of the keywords' names, which are not mangled.
    pub(in crate::compile) fn keyword_names(&mut self, keywords: &[Keyword]) -> u64 {
        let names: Vec<_> = keywords.iter().filter_map(|keyword| keyword.arg).collect();
        let names = names.into_iter().map(|name| Constant::Str(self.context.text(name).into())).collect();
        self.unit().constant(Constant::Tuple(names)) as u64
    }

    /// A name as a string constant, mangled.
    pub(in crate::compile) fn name_constant(&mut self, name: Symbol) -> Constant {
        let name = self.mangle(name);
        Constant::Str(self.context.text(name).into())
    }

    /// Arguments with `*` or `**`: a tuple (or the one iterable) in the next temp, a dict behind it
    /// if there are keywords. `first` is a value that goes before them, in a temp right there.
    /// Returns the flags of `CALL_EX`.
    pub(in crate::compile) fn packed_arguments(
        &mut self,
        first: Option<Reg>,
        arguments: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        window: Reg,
        span: Span,
    ) -> Outcome<u32> {
        let tuple = first.unwrap_or_else(|| self.unit().temp());
        match arguments {
            [] if first.is_none() => self.load_constant(tuple, Constant::Tuple([].into()), span),
            [Expr { kind: ExprKind::Starred { value, .. }, .. }] if first.is_none() => self.into(value, tuple)?,
            _ => self.collect_tuple(first.is_some(), arguments, tuple, span)?,
        }
        if keywords.is_empty() {
            return Ok(0);
        }
        let dict = self.unit().temp();
        if let [Keyword { arg: None, value, .. }] = keywords {
            // One mapping alone: the call itself takes it apart.
            self.into(value, dict)?;
            return Ok(1);
        }
        let mut rest = keywords;
        let mut made = false;
        while let Some(keyword) = rest.first() {
            if keyword.arg.is_none() {
                if !made {
                    self.emit(Op::BUILD_MAP, dict, dict, 0, span);
                    made = true;
                }
                let mapping = self.operand(keyword.value)?;
                self.emit(Op::DICT_MERGE, dict, mapping, window, span);
                self.drop_operand(mapping);
                rest = &rest[1..];
                continue;
            }
            let length = rest.iter().take_while(|keyword| keyword.arg.is_some()).count().min(64);
            let (named, others) = rest.split_at(length);
            rest = others;
            let target = if made { self.unit().temp() } else { dict };
            let base = self.unit().sp - 1;
            self.unit().sp = base;
            let items = self.unit().sp;
            for keyword in named {
                let temp = self.unit().temp();
                self.into(keyword.value, temp)?;
            }
            let keys = self.keyword_names(named);
            let first_item = items | crate::compile::unit::TEMP;
            self.unit().emit_extra(Op::BUILD_CONST_KEY_MAP, [target, first_item, length as u32], keys, span);
            self.unit().sp = base + 1;
            if made {
                self.emit(Op::DICT_MERGE, dict, target, window, span);
                self.unit().sp -= 1;
            }
            made = true;
        }
        Ok(1)
    }

    /// `f(x=1, x=2)` is an error that the parser leaves to the compiler.
    pub(in crate::compile) fn check_keywords(&mut self, keywords: &[Keyword]) -> Outcome {
        let mut first_use = NumberMap::default();
        let mut repeated: Option<(usize, &Keyword)> = None;
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = keyword.arg else { continue };
            self.forbid_debug(name, "assign to", keyword.span)?;
            let first = *first_use.entry(name).or_insert(index);
            if first != index && repeated.is_none_or(|(other, _)| first < other) {
                repeated = Some((first, keyword));
            }
        }
        match repeated {
            Some((_, Keyword { arg: Some(name), span, .. })) => {
                let text = self.context.text(*name);
                self.error(*span, format!("keyword argument repeated: {text}"))
            }
            _ => Ok(()),
        }
    }

    /// Whether an attribute is one of a `super()` call that `LOAD_SUPER_ATTR` can stand for: the
    /// name must not be rebound anywhere in sight.
    pub(super) fn is_super_call(&mut self, attribute: &Expr) -> bool {
        let ExprKind::Attribute { value, ctx: ExprContext::Load, .. } = attribute.kind else { return false };
        let ExprKind::Call(call) = value.kind else { return false };
        let ExprKind::Name { id, .. } = call.func.kind else { return false };
        let super_ = self.context.known.super_;
        if id != super_ || !call.keywords.is_empty() {
            return false;
        }
        let implicit = self.scope().names.get(super_).is_some_and(|entry| entry.access == Access::GlobalImplicit);
        if !implicit || self.table.scope(ScopeId(0)).names.get(super_).is_some() {
            return false;
        }
        let unit = &self.units[self.units.len() - 1];
        if !unit.inlined.is_empty() {
            return false;
        }
        match call.args {
            [first, second] => {
                !matches!(first.kind, ExprKind::Starred { .. }) && !matches!(second.kind, ExprKind::Starred { .. })
            }
            [] => {
                let class = self.context.known.class_cell;
                unit.positional > 0
                    && matches!(unit.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda)
                    && unit.free_index.contains_key(&class)
            }
            _ => false,
        }
    }

    /// `super`, the class and the object into three temps from `first` on.
    fn super_operands(&mut self, call: &'a Expr<'a>, first: Reg) -> Outcome {
        let ExprKind::Call(node) = call.kind else { return self.error(call.span, "no call of super") };
        self.into(node.func, first)?;
        match node.args {
            [class, object] => {
                for argument in [class, object] {
                    let temp = self.unit().temp();
                    self.into(argument, temp)?;
                }
            }
            _ => {
                let class = self.unit().temp();
                let name = self.context.known.class_cell;
                if let Place::Free { index, .. } = self.place(name) {
                    self.emit(Op::LOAD_FREE, class, index, 0, call.span);
                }
                let object = self.unit().temp();
                self.load_first_parameter(object, call.span);
            }
        }
        self.unit().sp = (first & !crate::compile::unit::TEMP) + 1;
        Ok(())
    }

    fn load_first_parameter(&mut self, dst: Reg, span: Span) {
        use crate::bytecode::LocalKind;
        match self.unit().locals[0].kind {
            LocalKind::Cell => self.emit(Op::LOAD_CELL, dst, 0, 0, span),
            _ => {
                self.emit(Op::CHECK_LOCAL, 0, 0, 0, span);
                self.emit(Op::COPY, dst, 0, 0, span);
            }
        }
    }

    /// `super().name`, not called.
    pub(super) fn super_attribute(
        &mut self,
        call: &'a Expr<'a>,
        attribute: &'a Expr<'a>,
        name: Symbol,
        dst: Reg,
    ) -> Outcome {
        self.in_temp(dst, attribute.span, |compiler, dst| {
            compiler.super_operands(call, dst)?;
            let name = compiler.attribute_name(name);
            let span = compiler.attribute_span(attribute);
            compiler.emit(Op::LOAD_SUPER_ATTR, dst, dst, name, span);
            Ok(())
        })
    }
}
