//! Builders of statements.

use super::{ArgsStart, Builder, Checked, E, P, S, finish, target::describe};
use crate::ast::*;
use crate::position::Span;
use crate::symbol::Symbol;

/// A block of statements.
type Body<'a> = &'a [S<'a>];

/// One `elif` whose `orelse` is not known yet.
#[derive(Clone, Copy)]
pub struct Elif<'a> {
    start: u32,
    test: E<'a>,
    body: Body<'a>,
}

/// A function's parameters and the annotation of its result.
pub type Signature<'a> = (Option<&'a Arguments<'a>>, Option<E<'a>>);

impl<'a> Builder<'a, '_> {
    /// `targets = value`, the targets from the list that starts at `list`.
    ///
    /// # Errors
    /// A target that cannot be assigned to.
    pub fn assign(&mut self, start: u32, list: u32, value: E<'a>, end: u32) -> Checked<S<'a>> {
        for at in list as usize..self.exprs.len() {
            let target = self.exprs[at];
            self.exprs[at] = self.target(target)?;
        }
        let targets = self.exprs(list);
        Ok(self.stmt(start, StmtKind::Assign { targets, value }, end))
    }

    /// `target op= value`
    ///
    /// # Errors
    /// The target is not a name, attribute or subscript.
    pub fn aug_assign(&mut self, start: u32, target: E<'a>, op: Operator, value: E<'a>, end: u32) -> Checked<S<'a>> {
        if !is_single_target(target) {
            let what = describe(target);
            let message = format!("'{what}' is an illegal expression for augmented assignment");
            return self.error(message, target.span);
        }
        let target = self.target(target)?;
        Ok(self.stmt(start, StmtKind::AugAssign { target, op, value }, end))
    }

    /// `target: annotation = value`
    ///
    /// # Errors
    /// The target is not a name, attribute or subscript.
    pub fn ann_assign(
        &mut self,
        start: u32,
        target: E<'a>,
        annotation: E<'a>,
        value: Option<E<'a>>,
        end: u32,
    ) -> Checked<S<'a>> {
        if !is_single_target(target) {
            let message = match target.kind {
                ExprKind::List { .. } => "only single target (not list) can be annotated",
                ExprKind::Tuple { .. } => "only single target (not tuple) can be annotated",
                _ => "illegal target for annotation",
            };
            return self.error(message, target.span);
        }
        // A name in parentheses starts after them.
        let simple = matches!(target.kind, ExprKind::Name { .. }) && target.span.start == start;
        let target = self.target(target)?;
        let node = self.arena.alloc(AnnAssign { target, annotation, value, simple });
        Ok(self.stmt(start, StmtKind::AnnAssign(node), end))
    }

    /// `del targets`
    ///
    /// # Errors
    /// A target that cannot be deleted.
    pub fn delete(&mut self, start: u32, list: u32, end: u32) -> Checked<S<'a>> {
        for at in list as usize..self.exprs.len() {
            let target = self.exprs[at];
            self.exprs[at] = self.del_target(target)?;
        }
        let targets = self.exprs(list);
        Ok(self.stmt(start, StmtKind::Delete { targets }, end))
    }

    /// `type name[type_params] = value`
    pub fn type_alias(
        &mut self,
        start: u32,
        name: E<'a>,
        type_params: Option<&'a [TypeParam<'a>]>,
        value: E<'a>,
        end: u32,
    ) -> S<'a> {
        let type_params = type_params.unwrap_or(&[]);
        let node = self.arena.alloc(TypeAlias { name, type_params, value });
        self.stmt(start, StmtKind::TypeAlias(node), end)
    }

    /// The symbol of the dotted name whose parts are the list that starts at `start`.
    pub fn dotted(&mut self, start: u32) -> Symbol {
        let parts = &self.symbols[start as usize..];
        let name = match parts {
            &[name] => name,
            _ => {
                let parts: Vec<&str> = parts.iter().map(|&part| self.names.text(part)).collect();
                let text = parts.join(".");
                self.names.intern(&text)
            }
        };
        self.symbols.truncate(start as usize);
        name
    }

    /// The symbol of `*` in `from module import *`.
    pub fn star_symbol(&mut self) -> Symbol {
        self.names.intern("*")
    }

    /// Adds `name as asname` to an import's list.
    pub fn alias(&mut self, start: u32, name: Symbol, asname: Option<Symbol>, end: u32) -> u32 {
        let span = Span::new(start, end);
        self.aliases.push(Alias { name, asname, span });
        self.aliases.len() as u32 - 1
    }

    /// Ends an import's list.
    pub fn aliases(&mut self, start: u32) -> &'a [Alias] {
        finish(&mut self.aliases, start, self.arena)
    }

    /// Adds an `elif` to the growing chain.
    pub fn elif(&mut self, start: u32, test: E<'a>, body: Body<'a>) -> u32 {
        self.elifs.push(Elif { start, test, body });
        self.elifs.len() as u32 - 1
    }

    /// `if test: body`, its `elif`s from the list that starts at `elifs`, and its `else`.
    pub fn if_stmt(
        &mut self,
        start: u32,
        test: E<'a>,
        body: Body<'a>,
        elifs: Option<u32>,
        orelse: Option<Body<'a>>,
        end: u32,
    ) -> S<'a> {
        let mut orelse = orelse.unwrap_or(&[]);
        let first = elifs.map_or(self.elifs.len(), |start| start as usize);
        while self.elifs.len() > first
            && let Some(Elif { start, test, body }) = self.elifs.pop()
        {
            let nested = self.stmt(start, StmtKind::If { test, body, orelse }, end);
            orelse = self.arena.alloc_slice_copy(&[nested]);
        }
        self.stmt(start, StmtKind::If { test, body, orelse }, end)
    }

    /// `for target in iter: body else: orelse`
    ///
    /// # Errors
    /// What stands before `in` is no target.
    pub fn for_stmt(
        &mut self,
        target: E<'a>,
        iter: E<'a>,
        body: Body<'a>,
        orelse: Option<Body<'a>>,
    ) -> Checked<&'a For<'a>> {
        let target = self.for_target(target)?;
        let orelse = orelse.unwrap_or(&[]);
        Ok(self.arena.alloc(For { target, iter, body, orelse }))
    }

    /// Adds `context_expr as target` to the growing list of a `with`.
    ///
    /// # Errors
    /// The target cannot be assigned to.
    pub fn with_item(&mut self, context_expr: E<'a>, target: Option<E<'a>>) -> Checked<u32> {
        let optional_vars = match target {
            Some(target) => Some(self.target(target)?),
            None => None,
        };
        self.with_items.push(WithItem { context_expr, optional_vars });
        Ok(self.with_items.len() as u32 - 1)
    }

    /// `with items: body`
    pub fn with_stmt(&mut self, items: u32, body: Body<'a>) -> &'a With<'a> {
        let items = finish(&mut self.with_items, items, self.arena);
        self.arena.alloc(With { items, body })
    }

    /// Adds an `except` clause to the growing `try`.
    pub fn handler(&mut self, start: u32, type_: Option<E<'a>>, name: Option<Symbol>, body: Body<'a>, end: u32) -> u32 {
        let span = Span::new(start, end);
        self.handlers.push(ExceptHandler { type_, name, body, span });
        self.handlers.len() as u32 - 1
    }

    /// `try: body` and its clauses.
    pub fn try_stmt(
        &mut self,
        body: Body<'a>,
        handlers: Option<u32>,
        orelse: Option<Body<'a>>,
        finalbody: Option<Body<'a>>,
    ) -> &'a Try<'a> {
        let handlers = match handlers {
            Some(start) => finish(&mut self.handlers, start, self.arena),
            None => &[],
        };
        self.arena.alloc(Try { body, handlers, orelse: orelse.unwrap_or(&[]), finalbody: finalbody.unwrap_or(&[]) })
    }

    /// Adds a `case` to the growing `match`.
    pub fn case(&mut self, pattern: P<'a>, guard: Option<E<'a>>, body: Body<'a>) -> u32 {
        self.cases.push(MatchCase { pattern, guard, body });
        self.cases.len() as u32 - 1
    }

    /// `match subject:` and its cases.
    pub fn match_stmt(&mut self, start: u32, subject: E<'a>, cases: u32, end: u32) -> S<'a> {
        let cases = finish(&mut self.cases, cases, self.arena);
        self.stmt(start, StmtKind::Match { subject, cases }, end)
    }

    /// A function's definition; `decorators` is the start of their list.
    pub fn function(
        &mut self,
        decorators: Option<u32>,
        name: Symbol,
        type_params: Option<&'a [TypeParam<'a>]>,
        signature: Signature<'a>,
        body: Body<'a>,
    ) -> &'a FunctionDef<'a> {
        let decorator_list = self.optional_exprs(decorators);
        self.arena.alloc(FunctionDef {
            name,
            args: signature.0.unwrap_or(self.empty_arguments),
            body,
            decorator_list,
            returns: signature.1,
            type_params: type_params.unwrap_or(&[]),
        })
    }

    /// A class's definition; `decorators` is the start of their list.
    pub fn class_def(
        &mut self,
        decorators: Option<u32>,
        name: Symbol,
        type_params: Option<&'a [TypeParam<'a>]>,
        bases: Option<ArgsStart>,
        body: Body<'a>,
    ) -> &'a ClassDef<'a> {
        let (bases, keywords): (&[E], &[Keyword]) = match bases {
            Some(args) => self.finish_args(args),
            None => (&[], &[]),
        };
        let decorator_list = self.optional_exprs(decorators);
        self.arena.alloc(ClassDef {
            name,
            bases,
            keywords,
            body,
            decorator_list,
            type_params: type_params.unwrap_or(&[]),
        })
    }

    fn optional_exprs(&mut self, start: Option<u32>) -> &'a [E<'a>] {
        match start {
            Some(start) => self.exprs(start),
            None => &[],
        }
    }
}

/// Whether an expression can be the target of an augmented or annotated assignment.
fn is_single_target(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. })
}
