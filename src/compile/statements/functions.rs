//! Function definitions: decorators, defaults, annotations, the body, the function object.

use std::sync::Arc;

use anthill_grammar::Span;
use anthill_grammar::ast::{Arg, Arguments, Expr, ExprKind, FunctionDef, StmtKind};

use crate::bytecode::{Code, Constant, Op, flags};
use crate::compile::compiler::{Compiler, clean_docstring, docstring};
use crate::compile::context::Outcome;
use crate::compile::expressions::HEADER;
use crate::compile::symbols::Role;
use crate::compile::unit::{Reg, TEMP, UnitKind, is_temp};

/// What `SET_FUNCTION_ATTRIBUTE` sets.
const DEFAULTS: u32 = 1;
const KEYWORD_DEFAULTS: u32 = 2;
const ANNOTATIONS: u32 = 4;

/// The register a function goes to, and the temps of what belongs to it.
pub(in crate::compile) struct Parts {
    pub function: Reg,
    /// Value and kind, in the order of the temps.
    attributes: Vec<(Reg, u32)>,
    /// Temps in use when the first attribute was evaluated.
    base: Option<u32>,
}

impl Parts {
    /// An attribute that is in a temp already.
    pub(super) fn add(&mut self, value: Reg, kind: u32) {
        self.attributes.push((value, kind));
    }
}

impl From<Reg> for Parts {
    fn from(function: Reg) -> Parts {
        Parts { function, attributes: Vec::new(), base: None }
    }
}

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn function(&mut self, node: &'a FunctionDef<'a>, asynchronous: bool, span: Span) -> Outcome {
        self.check_parameters(node.args)?;
        let base = self.unit().sp;
        let decorators = self.decorators(node.decorator_list)?;
        let first_line = self.first_line(node.decorator_list, span);
        let local = match decorators.is_empty() && node.type_params.is_empty() {
            true => self.local(node.name).filter(|_| node.name != self.context.known.debug),
            false => None,
        };
        let function = match local {
            Some(local) => local,
            None => self.unit().temp(),
        };
        if node.type_params.is_empty() {
            let mut parts = self.defaults_window(node.args, function, span)?;
            self.annotations(node, &mut parts, span)?;
            let code = self.function_code(node, asynchronous, span, first_line)?;
            self.make_function(code, parts, span);
        } else {
            self.generic_function(node, asynchronous, function, span, first_line)?;
        }
        let value = self.decorate(&decorators, function);
        if is_temp(value) {
            self.store_name(node.name, value, span)?;
        }
        self.unit().sp = base;
        Ok(())
    }

    /// The line of the first decorator, or of the definition.
    pub(super) fn first_line(&mut self, decorators: &[&Expr], span: Span) -> u32 {
        let first = decorators.first().map_or(span, |decorator| decorator.span);
        self.context.line(first)
    }

    /// Evaluates decorators, each at the start of a call window whose argument is the next one's
    /// window. Leaves the next temp as the place for what is decorated.
    pub(super) fn decorators(&mut self, list: &'a [&'a Expr<'a>]) -> Outcome<Vec<(Reg, Span)>> {
        let mut windows = Vec::with_capacity(list.len());
        for decorator in list {
            let window = self.unit().temp();
            self.into(decorator, window)?;
            self.unit().temps(HEADER);
            windows.push((window, decorator.span));
        }
        Ok(windows)
    }

    /// Calls the decorators from the innermost out; returns where the result is.
    pub(super) fn decorate(&mut self, windows: &[(Reg, Span)], value: Reg) -> Reg {
        let mut value = value;
        for &(window, span) in windows.iter().rev() {
            self.emit(Op::CALL, window, window, 1, span);
            self.unit().sp = (window & !TEMP) + 1;
            value = window;
        }
        value
    }

    /// Evaluates defaults into temps. `function` is where the function will be.
    pub(in crate::compile) fn defaults_window(
        &mut self,
        arguments: &'a Arguments<'a>,
        function: Reg,
        span: Span,
    ) -> Outcome<Parts> {
        let mut parts = Parts { function, attributes: Vec::new(), base: Some(self.unit().sp) };
        if !arguments.defaults.is_empty() {
            let temp = self.unit().temp();
            self.positional_defaults(arguments, temp, span)?;
            parts.attributes.push((temp, DEFAULTS));
        }
        if arguments.kw_defaults.iter().any(Option::is_some) {
            let temp = self.unit().temp();
            self.keyword_defaults(arguments, temp, span)?;
            parts.attributes.push((temp, KEYWORD_DEFAULTS));
        }
        Ok(parts)
    }

    /// The tuple of defaults into the topmost temp.
    pub(super) fn positional_defaults(&mut self, arguments: &'a Arguments<'a>, dst: Reg, span: Span) -> Outcome {
        let constants: Option<Vec<_>> = arguments.defaults.iter().map(|default| self.folder.fold(default)).collect();
        match constants {
            Some(constants) => {
                self.load_constant(dst, Constant::Tuple(constants.into()), span);
                Ok(())
            }
            None => self.tuple(arguments.defaults, dst, span),
        }
    }

    /// The dict of keyword-only defaults into the topmost temp.
    pub(super) fn keyword_defaults(&mut self, arguments: &'a Arguments<'a>, dst: Reg, span: Span) -> Outcome {
        let mut names = Vec::new();
        self.unit().sp -= 1;
        for (parameter, default) in arguments.kwonlyargs.iter().zip(arguments.kw_defaults) {
            let Some(default) = default else { continue };
            names.push(self.name_constant(parameter.arg));
            let temp = self.unit().temp();
            self.into(default, temp)?;
        }
        let count = names.len() as u32;
        let keys = self.unit().constant(Constant::Tuple(names.into()));
        self.unit().sp = (dst & !TEMP) + 1;
        self.unit().emit_extra(Op::BUILD_CONST_KEY_MAP, [dst, dst, count], keys as u64, span);
        Ok(())
    }

    /// The tuple of names and annotations, in CPython's order.
    pub(super) fn annotations(&mut self, node: &'a FunctionDef<'a>, parts: &mut Parts, span: Span) -> Outcome {
        let arguments = node.args;
        let ordered: Vec<&'a Arg<'a>> = arguments
            .args
            .iter()
            .chain(arguments.posonlyargs)
            .chain(arguments.vararg)
            .chain(arguments.kwonlyargs)
            .chain(arguments.kwarg)
            .collect();
        let tuple = self.unit().temp();
        self.unit().sp -= 1;
        let mut count = 0;
        for parameter in ordered {
            let Some(annotation) = parameter.annotation else { continue };
            let key = self.unit().temp();
            let name = self.name_constant(parameter.arg);
            self.load_constant(key, name, parameter.span);
            self.annotation_value(annotation)?;
            count += 2;
        }
        if let Some(returns) = node.returns {
            let key = self.unit().temp();
            self.load_constant(key, Constant::Str("return".into()), returns.span);
            self.annotation_value(returns)?;
            count += 2;
        }
        if count == 0 {
            return Ok(());
        }
        self.unit().sp = (tuple & !TEMP) + 1;
        self.emit(Op::BUILD_TUPLE, tuple, tuple, count, span);
        parts.attributes.push((tuple, ANNOTATIONS));
        Ok(())
    }

    /// An annotation into a new temp; `*args: *Ts` is the one item of `Ts`.
    fn annotation_value(&mut self, annotation: &'a Expr<'a>) -> Outcome {
        let temp = self.unit().temp();
        self.unit().sp -= 1;
        let text = self.future & flags::FUTURE_ANNOTATIONS != 0;
        match annotation.kind {
            ExprKind::Starred { value, .. } if !text => {
                let value = self.operand(value)?;
                self.emit(Op::UNPACK_SEQUENCE, value, temp, 1, annotation.span);
            }
            _ => {
                let value = self.annotation(annotation)?;
                if !is_temp(value) {
                    self.emit(Op::COPY, temp, value, 0, annotation.span);
                }
            }
        }
        self.unit().sp = (temp & !TEMP) + 1;
        Ok(())
    }

    /// Compiles a function's body.
    pub(super) fn function_code(
        &mut self,
        node: &'a FunctionDef<'a>,
        asynchronous: bool,
        span: Span,
        first_line: u32,
    ) -> Outcome<Arc<Code>> {
        let kind = if asynchronous { UnitKind::AsyncFunction } else { UnitKind::Function };
        let scope = self.table.of(node, Role::Body);
        let name = self.context.text(node.name).to_string();
        self.enter(kind, scope, name, span, first_line)?;
        self.set_parameters(node.args);
        let mut body = node.body;
        if let Some((text, _)) = docstring(body) {
            body = &body[1..];
            if self.options.optimize < 2 {
                self.unit().docstring = Some(Constant::Str(clean_docstring(text).into()));
            }
        }
        self.body(body)?;
        let end = match body.last() {
            // Nothing else stands for it.
            Some(statement) if matches!(statement.kind, StmtKind::Pass) => statement.span,
            _ => self.unit().last_span(),
        };
        self.emit(Op::RETURN_NONE, 0, 0, 0, end);
        self.leave()
    }

    /// Notes how many parameters of each kind the open code object has.
    pub(in crate::compile) fn set_parameters(&mut self, arguments: &Arguments) {
        let unit = self.unit();
        unit.positional_only = arguments.posonlyargs.len();
        unit.positional = arguments.posonlyargs.len() + arguments.args.len();
        unit.keyword_only = arguments.kwonlyargs.len();
        if arguments.vararg.is_some() {
            unit.flags |= flags::VARARGS;
        }
        if arguments.kwarg.is_some() {
            unit.flags |= flags::VARKEYWORDS;
        }
    }

    pub(in crate::compile) fn check_parameters(&mut self, arguments: &Arguments) -> Outcome {
        let plain = arguments.posonlyargs.iter().chain(arguments.args).chain(arguments.vararg);
        for parameter in plain.chain(arguments.kwonlyargs).chain(arguments.kwarg) {
            self.forbid_debug(parameter.arg, "assign to", parameter.span)?;
        }
        Ok(())
    }

    /// Makes the function object and gives it its attributes, whose temps are consumed.
    pub(in crate::compile) fn make_function(&mut self, code: Arc<Code>, parts: impl Into<Parts>, span: Span) {
        let parts = parts.into();
        let index = self.unit().constants.list.len() as u32;
        self.unit().constants.list.push(Constant::Code(code));
        self.emit(Op::MAKE_FUNCTION, parts.function, index, 0, span);
        for (value, kind) in parts.attributes {
            self.emit(Op::SET_FUNCTION_ATTRIBUTE, parts.function, value, kind, span);
        }
        if let Some(base) = parts.base {
            self.unit().sp = base;
        }
    }
}
