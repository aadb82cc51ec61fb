//! The first pass over statements and patterns.

use anthill_grammar::ast::{
    Alias, AnnAssign, Arguments, ClassDef, Expr, ExprKind, FunctionDef, Pattern, PatternKind, Stmt, StmtKind, Try,
};
use anthill_grammar::{Span, Symbol};

use super::collect::Collector;
use super::table::{Role, ScopeKind, def};
use crate::compile::context::{Outcome, deeper};

impl<'a> Collector<'_, '_> {
    pub fn body(&mut self, body: &[&'a Stmt<'a>]) -> Outcome {
        body.iter().try_for_each(|statement| deeper(self, |walker| walker.statement(statement)))
    }

    fn statement(&mut self, statement: &'a Stmt<'a>) -> Outcome {
        let span = statement.span;
        match statement.kind {
            StmtKind::FunctionDef(function) => self.function(function, span),
            StmtKind::AsyncFunctionDef(function) => {
                self.function(function, span)?;
                let id = self.table.of(function, Role::Body);
                self.table.scope_mut(id).coroutine = true;
                Ok(())
            }
            StmtKind::ClassDef(class) => self.class(class, span),
            StmtKind::Return { value } => {
                self.optional(value)?;
                if value.is_some() {
                    self.scope().returns_value = true;
                }
                Ok(())
            }
            StmtKind::Delete { targets } => self.all(targets),
            StmtKind::Assign { targets, value } => {
                self.all(targets)?;
                self.expression(value)
            }
            StmtKind::TypeAlias(alias) => self.type_alias(alias, span),
            StmtKind::AugAssign { target, value, .. } => {
                self.expression(target)?;
                self.expression(value)
            }
            StmtKind::AnnAssign(node) => self.annotated_assignment(node, span),
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.expression(node.target)?;
                self.expression(node.iter)?;
                self.body(node.body)?;
                self.body(node.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expression(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::If { mut test, mut body, mut orelse } => loop {
                self.expression(test)?;
                self.body(body)?;
                match orelse {
                    [Stmt { kind: StmtKind::If { test: next, body: inner, orelse: rest }, .. }] => {
                        (test, body, orelse) = (next, inner, rest);
                    }
                    _ => break self.body(orelse),
                }
            },
            StmtKind::With(node) | StmtKind::AsyncWith(node) => {
                for item in node.items {
                    self.expression(item.context_expr)?;
                    self.optional(item.optional_vars)?;
                }
                self.body(node.body)
            }
            StmtKind::Match { subject, cases } => {
                self.expression(subject)?;
                for case in cases {
                    self.pattern(case.pattern)?;
                    self.optional(case.guard)?;
                    self.body(case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc)?;
                self.optional(cause)
            }
            StmtKind::Try(node) | StmtKind::TryStar(node) => self.try_statement(node),
            StmtKind::Assert { test, msg } => {
                self.expression(test)?;
                self.optional(msg)
            }
            StmtKind::Import { names } => names.iter().try_for_each(|alias| self.alias(alias)),
            StmtKind::ImportFrom { names, .. } => names.iter().try_for_each(|alias| self.alias(alias)),
            StmtKind::Global { names } => self.directive(names, span, def::GLOBAL, "global"),
            StmtKind::Nonlocal { names } => self.directive(names, span, def::NONLOCAL, "nonlocal"),
            StmtKind::Expr { value } => self.expression(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn function(&mut self, function: &'a FunctionDef<'a>, span: Span) -> Outcome {
        self.add(function.name, def::LOCAL, span)?;
        let arguments = function.args;
        self.all(arguments.defaults)?;
        for default in arguments.kw_defaults.iter().flatten() {
            self.expression(default)?;
        }
        self.all(function.decorator_list)?;
        let generic = !function.type_params.is_empty();
        if generic {
            self.enter_type_parameters(function, span)?;
            if !arguments.defaults.is_empty() {
                let name = self.context.known.dot_defaults;
                self.add(name, def::PARAM, span)?;
            }
            if arguments.kw_defaults.iter().any(Option::is_some) {
                let name = self.context.known.dot_kwdefaults;
                self.add(name, def::PARAM, span)?;
            }
            self.type_parameters(function.type_params)?;
        }
        self.annotations(arguments, function.returns)?;
        self.enter(ScopeKind::Function, function, Role::Body);
        self.parameters(arguments, span)?;
        self.body(function.body)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn annotations(&mut self, arguments: &'a Arguments<'a>, returns: Option<&'a Expr<'a>>) -> Outcome {
        let positional = arguments.posonlyargs.iter().chain(arguments.args);
        let rest = arguments.vararg.into_iter().chain(arguments.kwarg).chain(arguments.kwonlyargs);
        let parameters = positional.chain(rest).filter_map(|parameter| parameter.annotation);
        parameters.chain(returns).try_for_each(|annotation| self.annotation(annotation))
    }

    /// An annotation; under the future import it names nothing and is only checked.
    fn annotation(&mut self, annotation: &'a Expr<'a>) -> Outcome {
        if !self.future_annotations {
            return self.expression(annotation);
        }
        self.enter(ScopeKind::Annotation, annotation, Role::Default);
        self.expression(annotation)?;
        self.leave();
        Ok(())
    }

    fn class(&mut self, class: &'a ClassDef<'a>, span: Span) -> Outcome {
        self.add(class.name, def::LOCAL, span)?;
        self.all(class.decorator_list)?;
        let generic = !class.type_params.is_empty();
        if generic {
            self.enter_type_parameters(class, span)?;
            for name in [self.context.known.dot_type_params, self.context.known.dot_generic_base] {
                self.add(name, def::LOCAL | def::USE, span)?;
            }
            self.scope().private = Some(class.name);
            self.scope().mangled = Some(Vec::new());
            self.type_parameters(class.type_params)?;
        }
        self.all(class.bases)?;
        class.keywords.iter().try_for_each(|keyword| self.expression(keyword.value))?;
        self.enter(ScopeKind::Class, class, Role::Body);
        self.scope().private = Some(class.name);
        self.scope().mangled = None;
        if generic {
            let (attribute, local) = (self.context.known.type_params, self.context.known.dot_type_params);
            self.add(attribute, def::LOCAL, span)?;
            self.add(local, def::USE, span)?;
        }
        self.body(class.body)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn annotated_assignment(&mut self, node: &'a AnnAssign<'a>, span: Span) -> Outcome {
        match node.target.kind {
            ExprKind::Name { id, .. } => {
                let flags = self.flags(id);
                if flags & (def::GLOBAL | def::NONLOCAL) != 0 && self.scope().kind != ScopeKind::Module && node.simple {
                    let what = if flags & def::GLOBAL != 0 { "global" } else { "nonlocal" };
                    let message = format!("annotated name '{}' can't be {what}", self.context.text(id));
                    return Err(self.context.error(span, message));
                }
                if node.simple {
                    self.add(id, def::ANNOTATION | def::LOCAL, node.target.span)?;
                } else if node.value.is_some() {
                    self.add(id, def::LOCAL, node.target.span)?;
                }
            }
            _ => self.expression(node.target)?,
        }
        self.scope().annotated = true;
        self.annotation(node.annotation)?;
        self.optional(node.value)
    }

    fn try_statement(&mut self, node: &'a Try<'a>) -> Outcome {
        self.body(node.body)?;
        for handler in node.handlers {
            self.optional(handler.type_)?;
            if let Some(name) = handler.name {
                self.add(name, def::LOCAL, handler.span)?;
            }
            self.body(handler.body)?;
        }
        self.body(node.orelse)?;
        self.body(node.finalbody)
    }

    fn alias(&mut self, alias: &Alias) -> Outcome {
        let name = alias.asname.unwrap_or(alias.name);
        if name == self.context.known.star {
            if self.scope().kind != ScopeKind::Module {
                return Err(self.context.error(alias.span, "import * only allowed at module level"));
            }
            return Ok(());
        }
        let text = self.context.text(name);
        let name = match text.split_once('.') {
            Some((first, _)) => {
                let first = first.to_string();
                self.context.names.intern(&first)
            }
            None => name,
        };
        self.add(name, def::IMPORT, alias.span)
    }

    fn directive(&mut self, names: &[Symbol], span: Span, flag: u16, word: &str) -> Outcome {
        for &name in names {
            let flags = self.flags(name);
            if flags & (def::PARAM | def::LOCAL | def::USE | def::ANNOTATION) != 0 {
                let text = self.context.text(name);
                let message = if flags & def::PARAM != 0 {
                    format!("name '{text}' is parameter and {word}")
                } else if flags & def::USE != 0 {
                    format!("name '{text}' is used prior to {word} declaration")
                } else if flags & def::ANNOTATION != 0 {
                    format!("annotated name '{text}' can't be {word}")
                } else {
                    format!("name '{text}' is assigned to before {word} declaration")
                };
                return Err(self.context.error(span, message));
            }
            self.add(name, flag, span)?;
            let mangled = self.mangle(name);
            self.scope().directives.push((mangled, span));
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern<'a>) -> Outcome {
        let span = pattern.span;
        let bind = |walker: &mut Self, name: Option<Symbol>| match name {
            Some(name) => walker.add(name, def::LOCAL, span),
            None => Ok(()),
        };
        match pattern.kind {
            PatternKind::MatchValue { value } => self.expression(value),
            PatternKind::MatchSingleton { .. } => Ok(()),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchMapping(node) => {
                self.all(node.keys)?;
                self.patterns(node.patterns)?;
                bind(self, node.rest)
            }
            PatternKind::MatchClass(node) => {
                self.expression(node.cls)?;
                self.patterns(node.patterns)?;
                self.patterns(node.kwd_patterns)
            }
            PatternKind::MatchStar { name } => bind(self, name),
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    deeper(self, |walker| walker.pattern(pattern))?;
                }
                bind(self, name)
            }
        }
    }

    fn patterns(&mut self, patterns: &[&'a Pattern<'a>]) -> Outcome {
        patterns.iter().try_for_each(|pattern| deeper(self, |walker| walker.pattern(pattern)))
    }
}
