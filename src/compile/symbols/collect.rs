//! The first pass: its state, and what all its parts do to scopes and names.

use anthill_grammar::ast::{Expr, ExprKind};
use anthill_grammar::{Span, Symbol};

use super::table::{Comprehension, Role, Scope, ScopeId, ScopeKind, SymbolTable, def};
use crate::compile::context::{Context, Outcome, Walker};

/// Walks the tree and notes what every scope does to its names.
pub(in crate::compile) struct Collector<'c, 's> {
    pub(super) table: SymbolTable,
    pub(super) context: &'c mut Context<'s>,
    pub(super) current: ScopeId,
    /// `from __future__ import annotations`.
    pub(super) future_annotations: bool,
}

impl<'s> Walker<'s> for Collector<'_, 's> {
    fn context(&mut self) -> &mut Context<'s> {
        self.context
    }
}

impl<'c, 's> Collector<'c, 's> {
    pub fn new(context: &'c mut Context<'s>, future_annotations: bool) -> Collector<'c, 's> {
        let mut table = SymbolTable::default();
        table.scopes.push(Scope::new(ScopeKind::Module, None));
        Collector { table, context, current: ScopeId(0), future_annotations }
    }

    /// The table, once the tree has been walked.
    pub fn finish(self) -> SymbolTable {
        self.table
    }

    pub(super) fn scope(&mut self) -> &mut Scope {
        self.table.scope_mut(self.current)
    }

    /// Opens a scope of a node inside the current one.
    pub(super) fn enter<T>(&mut self, kind: ScopeKind, node: &T, role: Role) -> ScopeId {
        let id = ScopeId(self.table.scopes.len() as u32);
        let parent = self.table.scope(self.current);
        let mut scope = Scope::new(kind, Some(self.current));
        scope.nested = parent.nested || parent.is_function_like();
        scope.iterables = parent.iterables;
        scope.private = parent.private;
        self.table.scopes.push(scope);
        self.table.register(node, role, id);
        if kind != ScopeKind::Annotation {
            self.scope().children.push(id);
        }
        self.current = id;
        id
    }

    pub(super) fn leave(&mut self) {
        if let Some(parent) = self.table.scope(self.current).parent {
            self.current = parent;
        }
    }

    /// A name as the current scope's class mangles it.
    pub(super) fn mangle(&mut self, name: Symbol) -> Symbol {
        let scope = self.table.scope(self.current);
        if scope.private.is_none() {
            return name;
        }
        if let Some(only) = &scope.mangled
            && !only.contains(&name)
        {
            return name;
        }
        let private = scope.private;
        self.context.mangle(private, name)
    }

    /// What the current scope has done to a name so far.
    pub(super) fn flags(&mut self, name: Symbol) -> u16 {
        let name = self.mangle(name);
        self.scope().names.flags(name)
    }

    /// Notes that the current scope does something to a name.
    pub(super) fn add(&mut self, name: Symbol, flag: u16, span: Span) -> Outcome {
        self.add_to(self.current, name, flag, span)
    }

    pub(super) fn add_to(&mut self, id: ScopeId, name: Symbol, flag: u16, span: Span) -> Outcome {
        let name = self.mangle(name);
        let scope = self.table.scope_mut(id);
        let visiting_target = scope.visiting_target;
        let entry = scope.names.entry(name);
        let message = if flag & entry.flags & def::PARAM != 0 {
            format!("duplicate argument '{}' in function definition", self.context.text(name))
        } else if flag & entry.flags & def::TYPE_PARAM != 0 {
            format!("duplicate type parameter '{}'", self.context.text(name))
        } else if visiting_target && (entry.flags | flag) & (def::GLOBAL | def::NONLOCAL) != 0 {
            let text = self.context.text(name);
            format!("comprehension inner loop cannot rebind assignment expression target '{text}'")
        } else {
            entry.flags |= flag;
            if visiting_target {
                entry.flags |= def::ITERATION;
            }
            if flag & def::GLOBAL != 0 {
                // What any scope declares as global the outermost one means as a global too, even if it runs with
                // locals of its own.
                self.table.scope_mut(ScopeId(0)).names.entry(name).flags |= def::GLOBAL;
            }
            return Ok(());
        };
        Err(self.context.error(span, message))
    }

    /// `yield`, `await` and `:=` have no place in annotations and the like.
    pub(super) fn forbid_in_annotations(&mut self, what: &str, span: Span) -> Outcome {
        let place = match self.scope().kind {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeVariable(place) => place,
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParameters => "the definition of a generic",
            _ => return Ok(()),
        };
        Err(self.context.error(span, format!("{what} cannot be used within {place}")))
    }

    /// A `yield` makes its function a generator; comprehensions may hold none.
    pub(super) fn note_yield(&mut self, span: Span) -> Outcome {
        let scope = self.scope();
        scope.generator = true;
        let place = match scope.comprehension {
            Comprehension::No => return Ok(()),
            Comprehension::List => "'yield' inside list comprehension",
            Comprehension::Set => "'yield' inside set comprehension",
            Comprehension::Dict => "'yield' inside dict comprehension",
            Comprehension::Generator => "'yield' inside generator expression",
        };
        Err(self.context.error(span, place))
    }

    /// The target of an assignment expression within a comprehension belongs to the scope around
    /// all comprehensions.
    pub(super) fn extend_named_scope(&mut self, target: &Expr) -> Outcome {
        let ExprKind::Name { id: name, .. } = target.kind else { return Ok(()) };
        let mangled = self.mangle(name);
        let mut at = Some(self.current);
        while let Some(id) = at {
            let scope = self.table.scope(id);
            let flags = scope.names.flags(mangled);
            if scope.comprehension != Comprehension::No {
                if flags & def::ITERATION != 0 && flags & (def::LOCAL | def::GLOBAL) != 0 {
                    let text = self.context.text(name);
                    let message =
                        format!("assignment expression cannot rebind comprehension iteration variable '{text}'");
                    return Err(self.context.error(target.span, message));
                }
                at = scope.parent;
                continue;
            }
            let message = match scope.kind {
                ScopeKind::Function => {
                    let flag = if flags & def::GLOBAL != 0 { def::GLOBAL } else { def::NONLOCAL };
                    self.add(name, flag, target.span)?;
                    self.scope().directives.push((mangled, target.span));
                    return self.add_to(id, name, def::LOCAL | def::NAMED, target.span);
                }
                ScopeKind::Module => {
                    self.add(name, def::GLOBAL, target.span)?;
                    self.scope().directives.push((mangled, target.span));
                    return self.add_to(id, name, def::GLOBAL, target.span);
                }
                ScopeKind::Class => "assignment expression within a comprehension cannot be used in a class body",
                ScopeKind::TypeParameters => {
                    "assignment expression within a comprehension cannot be used within the definition of a generic"
                }
                ScopeKind::TypeAlias => "assignment expression within a comprehension cannot be used in a type alias",
                ScopeKind::TypeVariable(_) => {
                    "assignment expression within a comprehension cannot be used in a TypeVar bound"
                }
                ScopeKind::Annotation => {
                    at = scope.parent;
                    continue;
                }
            };
            return Err(self.context.error(target.span, message));
        }
        Ok(())
    }
}
