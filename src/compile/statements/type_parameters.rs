//! Type parameters, generic functions and type aliases (PEP 695, 696).
//!
//! Bounds, constraints, defaults and the values of aliases are functions, called when they are
//! asked for.

use std::sync::Arc;

use anthill_grammar::ast::{Expr, ExprKind, FunctionDef, TypeAlias, TypeParam, TypeParamKind};
use anthill_grammar::{Span, Symbol};

use crate::bytecode::{Code, Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::expressions::HEADER;
use crate::compile::symbols::Role;
use crate::compile::unit::{Reg, TEMP, UnitKind};

/// Numbers of intrinsic functions of one value.
const TYPEVAR: u32 = 2;
const PARAMSPEC: u32 = 3;
const TYPEVARTUPLE: u32 = 4;
const TYPEALIAS: u32 = 6;
/// Numbers of intrinsic functions of two values.
const TYPEVAR_WITH_BOUND: u32 = 2;
const TYPEVAR_WITH_CONSTRAINTS: u32 = 3;
const SET_FUNCTION_TYPE_PARAMS: u32 = 4;
const SET_TYPEPARAM_DEFAULT: u32 = 5;

impl<'a> Compiler<'a, '_, '_> {
    /// Makes the type parameters, binds their names, and leaves a tuple of them in the topmost temp.
    pub(super) fn type_parameters(&mut self, list: &'a [TypeParam<'a>], dst: Reg, span: Span) -> Outcome {
        let mut seen_default = false;
        self.unit().sp -= 1;
        for parameter in list {
            let (name, bound, default, make) = match parameter.kind {
                TypeParamKind::TypeVar { name, bound, default_value } => (name, bound, default_value, TYPEVAR),
                TypeParamKind::ParamSpec { name, default_value } => (name, None, default_value, PARAMSPEC),
                TypeParamKind::TypeVarTuple { name, default_value } => (name, None, default_value, TYPEVARTUPLE),
            };
            let place = parameter.span;
            let value = self.unit().temp();
            let text = Constant::Str(self.context.text(name).into());
            self.load_constant(value, text, place);
            match bound {
                None => self.emit(Op::CALL_INTRINSIC_1, value, value, make, place),
                Some(bound) => {
                    let function = self.unit().temp();
                    let code = self.lazy(bound, parameter, Role::Bound, name)?;
                    self.make_function(code, function, bound.span);
                    let constraints = matches!(bound.kind, ExprKind::Tuple { .. });
                    let make = if constraints { TYPEVAR_WITH_CONSTRAINTS } else { TYPEVAR_WITH_BOUND };
                    self.emit(Op::CALL_INTRINSIC_2, value, value, make, place);
                    self.unit().sp -= 1;
                }
            }
            match default {
                Some(default) => {
                    seen_default = true;
                    let function = self.unit().temp();
                    let code = self.lazy(default, parameter, Role::Default, name)?;
                    self.make_function(code, function, default.span);
                    self.emit(Op::CALL_INTRINSIC_2, value, value, SET_TYPEPARAM_DEFAULT, place);
                    self.unit().sp -= 1;
                }
                None if seen_default => {
                    let text = self.context.text(name);
                    let message = format!("non-default type parameter '{text}' follows default type parameter");
                    return self.error(place, message);
                }
                None => {}
            }
            let copy = self.unit().temp();
            self.emit(Op::COPY, copy, value, 0, place);
            self.store_name(name, copy, place)?;
        }
        self.unit().sp = (dst & !TEMP) + 1;
        self.emit(Op::BUILD_TUPLE, dst, dst, list.len() as u32, span);
        Ok(())
    }

    /// The code of a function without parameters that evaluates an expression.
    fn lazy(
        &mut self,
        expression: &'a Expr<'a>,
        parameter: &'a TypeParam<'a>,
        role: Role,
        name: Symbol,
    ) -> Outcome<Arc<Code>> {
        let scope = self.table.of(parameter, role);
        let name = self.context.text(name).to_string();
        let line = self.context.line(expression.span);
        self.enter(UnitKind::TypeScope, scope, name, expression.span, line)?;
        match expression.kind {
            // The default of a TypeVarTuple may be unpacked.
            ExprKind::Starred { value, .. } => {
                let value = self.operand(value)?;
                self.unit().sp = 0;
                let result = self.unit().temp();
                self.emit(Op::UNPACK_SEQUENCE, value, result, 1, expression.span);
                self.emit(Op::RETURN_VALUE, result, 0, 0, expression.span);
            }
            _ => {
                let value = self.operand(expression)?;
                self.emit(Op::RETURN_VALUE, value, 0, 0, expression.span);
            }
        }
        self.leave()
    }

    /// A function with type parameters is made by a function that holds them; the defaults are
    /// evaluated outside and passed to it.
    pub(super) fn generic_function(
        &mut self,
        node: &'a FunctionDef<'a>,
        asynchronous: bool,
        dst: Reg,
        span: Span,
        first_line: u32,
    ) -> Outcome {
        self.unit().temps(HEADER);
        let mut count = 0;
        if !node.args.defaults.is_empty() {
            let temp = self.unit().temp();
            self.positional_defaults(node.args, temp, span)?;
            count += 1;
        }
        let keyword_defaults = node.args.kw_defaults.iter().any(Option::is_some);
        if keyword_defaults {
            let temp = self.unit().temp();
            self.keyword_defaults(node.args, temp, span)?;
            count += 1;
        }
        let scope = self.table.of(node, Role::TypeParameters);
        let name = format!("<generic parameters of {}>", self.context.text(node.name));
        self.enter(UnitKind::TypeScope, scope, name, span, first_line)?;
        self.unit().positional = count as usize;
        let function = self.unit().temp();
        let parameters = self.unit().temp();
        self.type_parameters(node.type_params, parameters, span)?;
        let mut parts = super::functions::Parts::from(function);
        let mut register = 0;
        for (present, kind) in [(!node.args.defaults.is_empty(), 1), (keyword_defaults, 2)] {
            if present {
                let temp = self.unit().temp();
                self.emit(Op::COPY, temp, register, 0, span);
                parts.add(temp, kind);
                register += 1;
            }
        }
        self.annotations(node, &mut parts, span)?;
        let code = self.function_code(node, asynchronous, span, first_line)?;
        self.make_function(code, parts, span);
        self.unit().sp = 1;
        self.emit(Op::CALL_INTRINSIC_2, function, function, SET_FUNCTION_TYPE_PARAMS, span);
        self.emit(Op::RETURN_VALUE, function, 0, 0, span);
        let code = self.leave()?;
        self.make_function(code, dst, span);
        self.unit().sp = (dst & !TEMP) + 1;
        self.emit(Op::CALL, dst, dst, count, span);
        Ok(())
    }

    /// `type X[T] = value`.
    pub(super) fn type_alias(&mut self, node: &'a TypeAlias<'a>, span: Span) -> Outcome {
        let ExprKind::Name { id: name, .. } = node.name.kind else { return Ok(()) };
        let line = self.context.line(span);
        let result = self.unit().temp();
        if node.type_params.is_empty() {
            self.alias_object(node, name, result, false, span)?;
        } else {
            let scope = self.table.of(node, Role::TypeParameters);
            let title = format!("<generic parameters of {}>", self.context.text(name));
            self.enter(UnitKind::TypeScope, scope, title, span, line)?;
            let alias = self.unit().temp();
            self.alias_object(node, name, alias, true, span)?;
            self.emit(Op::RETURN_VALUE, alias, 0, 0, span);
            let code = self.leave()?;
            self.make_function(code, result, span);
            self.unit().reserve(result, 1 + HEADER);
            self.emit(Op::CALL, result, result, 0, span);
        }
        self.store_name(name, result, node.name.span)
    }

    /// The alias from its name, its type parameters and the function of its value.
    fn alias_object(&mut self, node: &'a TypeAlias<'a>, name: Symbol, dst: Reg, generic: bool, span: Span) -> Outcome {
        let text = Constant::Str(self.context.text(name).into());
        self.load_constant(dst, text, span);
        let parameters = self.unit().temp();
        match generic {
            true => self.type_parameters(node.type_params, parameters, span)?,
            false => self.emit(Op::LOAD_NONE, parameters, 0, 0, span),
        }
        let function = self.unit().temp();
        let scope = self.table.of(node, Role::Body);
        let title = self.context.text(name).to_string();
        let line = self.context.line(span);
        self.enter(UnitKind::TypeScope, scope, title, span, line)?;
        let value = self.operand(node.value)?;
        self.emit(Op::RETURN_VALUE, value, 0, 0, node.value.span);
        let code = self.leave()?;
        self.make_function(code, function, span);
        self.unit().sp = (dst & !TEMP) + 1;
        self.emit(Op::BUILD_TUPLE, dst, dst, 3, span);
        self.emit(Op::CALL_INTRINSIC_1, dst, dst, TYPEALIAS, span);
        Ok(())
    }
}
