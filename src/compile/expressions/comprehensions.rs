//! Comprehensions: compiled into the code around them (PEP 709), or, generator expressions and
//! those in annotation scopes, as functions.
//!
//! The variables of an inlined comprehension have registers of their own, so that nothing has to
//! be saved; they are emptied when it is done.

use anthill_grammar::Span;
use anthill_grammar::ast::{Comprehension as Clause, Expr, ExprKind};

use super::calls::HEADER;
use crate::bytecode::{LocalKind, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::symbols::{Access, Comprehension, NumberMap, Role, ScopeId, def};
use crate::compile::unit::{Inlined, Reg, TEMP, UnitKind};

/// What a comprehension makes of its innermost iteration.
#[derive(Clone, Copy)]
enum Product<'a> {
    List(&'a Expr<'a>),
    Set(&'a Expr<'a>),
    Dict(&'a Expr<'a>, &'a Expr<'a>),
    Generator(&'a Expr<'a>),
}

/// A comprehension taken apart.
struct Parts<'a> {
    name: &'static str,
    clauses: &'a [Clause<'a>],
    result: Product<'a>,
    span: Span,
}

fn parts<'a>(expression: &'a Expr<'a>) -> Option<Parts<'a>> {
    let (name, clauses, result) = match expression.kind {
        ExprKind::ListComp(node) => ("<listcomp>", node.generators, Product::List(node.elt)),
        ExprKind::SetComp(node) => ("<setcomp>", node.generators, Product::Set(node.elt)),
        ExprKind::DictComp(node) => ("<dictcomp>", node.generators, Product::Dict(node.key, node.value)),
        ExprKind::GeneratorExp(node) => ("<genexpr>", node.generators, Product::Generator(node.elt)),
        _ => return None,
    };
    Some(Parts { name, clauses, result, span: expression.span })
}

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn comprehension(&mut self, expression: &'a Expr<'a>, dst: Reg) -> Outcome {
        let Some(parts) = parts(expression) else { return Ok(()) };
        let scope = self.table.of(expression, Role::Body);
        let entry = self.table.scope(scope);
        let asynchronous = entry.coroutine && entry.comprehension != Comprehension::Generator;
        if asynchronous && !self.in_async_function() && !self.in_comprehension() {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return self.error(parts.span, message);
        }
        let inlined = entry.inlined;
        self.in_temp(dst, parts.span, |compiler, dst| match inlined {
            true => compiler.inlined(&parts, scope, dst),
            false => compiler.called(&parts, scope, asynchronous, dst),
        })
    }

    /// Into the current code; `dst` is a temp.
    fn inlined(&mut self, parts: &Parts<'a>, scope: ScopeId, dst: Reg) -> Outcome {
        let span = parts.span;
        let iterator = self.unit().temp();
        self.iterator(parts.clauses[0].iter, parts.clauses[0].is_async, iterator)?;
        let build = match parts.result {
            Product::List(_) | Product::Generator(_) => Op::BUILD_LIST,
            Product::Set(_) => Op::BUILD_SET,
            Product::Dict(..) => Op::BUILD_MAP,
        };
        self.emit(build, dst, dst, 0, span);
        let mut registers = NumberMap::default();
        let mut used = Vec::new();
        let entries: Vec<_> = self.table.scope(scope).names.iter().copied().collect();
        for entry in entries {
            let kind = match entry.access {
                _ if entry.flags & def::PARAM != 0 => continue,
                Access::Local => LocalKind::Hidden,
                Access::Cell => LocalKind::HiddenCell,
                _ => continue,
            };
            let text = self.context.names.text(entry.name);
            let last = self.units.len() - 1;
            let register = self.units[last].hidden(text, kind);
            if kind == LocalKind::HiddenCell {
                self.emit(Op::MAKE_CELL, register, 0, 0, span);
            }
            registers.insert(entry.name, register);
            used.push(register);
        }
        self.unit().inlined.push(Inlined { scope, registers });
        self.clauses(parts, 0, iterator, dst)?;
        self.unit().inlined.pop();
        for register in used {
            self.emit(Op::RELEASE, register, 0, 0, span);
            self.unit().reuse(register);
        }
        Ok(())
    }

    /// As a function of its own, called at once with the outermost iterator; `dst` is a temp.
    fn called(&mut self, parts: &Parts<'a>, scope: ScopeId, asynchronous: bool, dst: Reg) -> Outcome {
        let span = parts.span;
        let line = self.context.line(span);
        self.enter(UnitKind::Comprehension, scope, parts.name.to_string(), span, line)?;
        self.unit().positional = 1;
        let result = self.unit().temp();
        let build = match parts.result {
            Product::List(_) => Some(Op::BUILD_LIST),
            Product::Set(_) => Some(Op::BUILD_SET),
            Product::Dict(..) => Some(Op::BUILD_MAP),
            Product::Generator(_) => None,
        };
        match build {
            Some(build) => self.emit(build, result, result, 0, span),
            None => self.unit().sp -= 1,
        }
        let iterator = self.unit().temp();
        self.emit(Op::MOVE, iterator, 0, 0, span);
        self.clauses(parts, 0, iterator, result)?;
        match build {
            Some(_) => self.emit(Op::RETURN_VALUE, result, 0, 0, span),
            None => self.emit(Op::RETURN_NONE, 0, 0, 0, span),
        }
        let code = self.leave()?;
        self.make_function(code, dst, span);
        self.unit().temps(HEADER);
        let argument = self.unit().temp();
        self.iterator(parts.clauses[0].iter, parts.clauses[0].is_async, argument)?;
        self.unit().sp = (dst & !TEMP) + 1;
        self.emit(Op::CALL, dst, dst, 1, span);
        if asynchronous {
            let iterator = self.unit().temp();
            self.emit(Op::MOVE, iterator, dst, 0, span);
            self.emit(Op::GET_AWAITABLE, iterator, iterator, 0, span);
            self.delegate(iterator, dst, span);
        }
        Ok(())
    }

    /// `iter(expression)` in a temp; a list or set display of constants becomes a constant.
    pub(in crate::compile) fn iterator(&mut self, expression: &'a Expr<'a>, asynchronous: bool, dst: Reg) -> Outcome {
        let op = if asynchronous { Op::GET_AITER } else { Op::GET_ITER };
        let span = expression.span;
        let mut source = dst;
        match (self.constant_container(expression), self.local_in_place(expression, &[])) {
            (Some(constant), _) => self.load_constant(dst, constant, span),
            (None, Some(local)) => source = local,
            (None, None) => self.into(expression, dst)?,
        }
        self.emit(op, dst, source, 0, span);
        Ok(())
    }

    /// Clause number `index` and all behind it. The iterator is in the topmost temp and consumed.
    fn clauses(&mut self, parts: &Parts<'a>, index: usize, iterator: Reg, result: Reg) -> Outcome {
        let clause = &parts.clauses[index];
        if clause.is_async {
            return self.async_clause(parts, index, iterator, result);
        }
        let (body, next) = (self.label(), self.label());
        self.unit().jump(next, clause.iter.span);
        self.place_label(body);
        let plan = self.plan_iteration(clause.target);
        self.begin_iteration(&plan, clause.target)?;
        for condition in clause.ifs {
            self.jump_if(condition, false, next)?;
        }
        self.inner(parts, index + 1, result)?;
        self.place_label(next);
        self.next_iteration(&plan, iterator, body, clause.target, clause.iter.span);
        self.drop_operand(iterator);
        Ok(())
    }

    fn async_clause(&mut self, parts: &Parts<'a>, index: usize, iterator: Reg, result: Reg) -> Outcome {
        let clause = &parts.clauses[index];
        let (start, end) = (self.label(), self.label());
        let handler = self.async_iteration_start(start, iterator, clause.target, parts.span)?;
        for condition in clause.ifs {
            self.jump_if(condition, false, start)?;
        }
        self.inner(parts, index + 1, result)?;
        self.unit().jump_back(start, clause.iter.span);
        self.async_iteration_end(handler, iterator, clause.iter.span);
        self.place_label(end);
        Ok(())
    }

    /// The clauses from `index` on, or the result.
    fn inner(&mut self, parts: &Parts<'a>, index: usize, result: Reg) -> Outcome {
        let Some(clause) = parts.clauses.get(index) else { return self.element(parts, result) };
        // `for x in [value]` binds without a loop.
        if let ExprKind::List { elts: [only], .. } | ExprKind::Tuple { elts: [only], .. } = clause.iter.kind
            && !clause.is_async
            && !matches!(only.kind, ExprKind::Starred { .. })
        {
            let skip = self.label();
            let value = self.operand(only)?;
            self.store(clause.target, value)?;
            for condition in clause.ifs {
                self.jump_if(condition, false, skip)?;
            }
            self.inner(parts, index + 1, result)?;
            self.place_label(skip);
            return Ok(());
        }
        let iterator = self.unit().temp();
        self.iterator(clause.iter, clause.is_async, iterator)?;
        self.clauses(parts, index, iterator, result)
    }

    fn element(&mut self, parts: &Parts<'a>, result: Reg) -> Outcome {
        let base = self.unit().sp;
        match parts.result {
            Product::List(element) => {
                let value = self.operand(element)?;
                self.emit(Op::LIST_APPEND, result, value, 0, element.span);
            }
            Product::Set(element) => {
                let value = self.operand(element)?;
                self.emit(Op::SET_ADD, result, value, 0, element.span);
            }
            Product::Dict(key, value) => {
                let place = key.span.to(value.span);
                let key = self.operand_before(key, &[value])?;
                let value = self.operand(value)?;
                self.emit(Op::MAP_ADD, result, key, value, place);
            }
            Product::Generator(element) => self.yield_value(Some(element), None, element.span)?,
        }
        self.unit().sp = base;
        Ok(())
    }
}
