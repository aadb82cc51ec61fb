//! The first pass over type parameters and type aliases: their scopes are functions that are
//! called when somebody asks for a bound, a default or a value.

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, TypeAlias, TypeParam, TypeParamKind};

use super::collect::Collector;
use super::table::{Role, ScopeKind, def};
use crate::compile::context::{Outcome, deeper};

impl<'a> Collector<'_, '_> {
    /// Opens the scope that holds a definition's type parameters.
    pub(super) fn enter_type_parameters<T>(&mut self, node: &T, span: Span) -> Outcome {
        let in_class = self.scope().kind == ScopeKind::Class;
        self.enter(ScopeKind::TypeParameters, node, Role::TypeParameters);
        self.sees_class(in_class, span)
    }

    /// Lets the current scope look names up in the namespace of the class around it.
    fn sees_class(&mut self, sees: bool, span: Span) -> Outcome {
        self.scope().sees_class = sees;
        if sees {
            let name = self.context.known.classdict;
            self.add(name, def::USE, span)?;
        }
        Ok(())
    }

    pub(super) fn type_parameters(&mut self, parameters: &'a [TypeParam<'a>]) -> Outcome {
        for parameter in parameters {
            let (name, bound, default, place) = match parameter.kind {
                TypeParamKind::TypeVar { name, bound, default_value } => {
                    (name, bound, default_value, "a TypeVar default")
                }
                TypeParamKind::ParamSpec { name, default_value } => (name, None, default_value, "a ParamSpec default"),
                TypeParamKind::TypeVarTuple { name, default_value } => {
                    (name, None, default_value, "a TypeVarTuple default")
                }
            };
            if let Some(mangled) = &mut self.scope().mangled {
                mangled.push(name);
            }
            self.add(name, def::TYPE_PARAM | def::LOCAL, parameter.span)?;
            if let Some(bound) = bound {
                let place = match bound.kind {
                    anthill_grammar::ast::ExprKind::Tuple { .. } => "a TypeVar constraint",
                    _ => "a TypeVar bound",
                };
                self.lazy(bound, parameter, Role::Bound, place)?;
            }
            if let Some(default) = default {
                self.lazy(default, parameter, Role::Default, place)?;
            }
        }
        Ok(())
    }

    fn lazy(
        &mut self,
        expression: &'a Expr<'a>,
        parameter: &'a TypeParam<'a>,
        role: Role,
        place: &'static str,
    ) -> Outcome {
        let sees = self.scope().sees_class;
        self.enter(ScopeKind::TypeVariable(place), parameter, role);
        self.sees_class(sees, expression.span)?;
        deeper(self, |walker| walker.expression(expression))?;
        self.leave();
        Ok(())
    }

    pub(super) fn type_alias(&mut self, alias: &'a TypeAlias<'a>, span: Span) -> Outcome {
        self.expression(alias.name)?;
        let in_class = self.scope().kind == ScopeKind::Class;
        let generic = !alias.type_params.is_empty();
        if generic {
            self.enter_type_parameters(alias, span)?;
            self.type_parameters(alias.type_params)?;
        }
        self.enter(ScopeKind::TypeAlias, alias, Role::Body);
        self.sees_class(in_class, span)?;
        self.expression(alias.value)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }
}
