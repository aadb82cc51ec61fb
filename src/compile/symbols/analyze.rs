//! The second pass: local, cell, free or global?
//!
//! A name is looked for outward through the function-like scopes; classes are passed over.
//! On the way back each scope hands the names that are still free to its parent, and those that
//! it binds itself become cells.

use anthill_grammar::Symbol;

use super::table::{Access, Comprehension, ScopeId, ScopeKind, SymbolTable, def};
use crate::compile::context::{Context, Outcome};

/// Decides the access of every name in every scope.
pub(in crate::compile) fn analyze(table: &mut SymbolTable, context: &mut Context) -> Outcome {
    let free = Analyzer { table, context }.block(ScopeId(0), None)?;
    debug_assert!(free.is_empty());
    Ok(())
}

struct Analyzer<'t, 'c, 's> {
    table: &'t mut SymbolTable,
    context: &'c mut Context<'s>,
}

impl Analyzer<'_, '_, '_> {
    /// Analyses a scope and all below it; returns the names that enclosing scopes must provide.
    /// `class` is the class whose namespace an annotation scope sees.
    fn block(&mut self, id: ScopeId, class: Option<ScopeId>) -> Outcome<Vec<Symbol>> {
        let mut free = Vec::new();
        for index in 0..self.table.scope(id).names.len() {
            let access = self.access(id, index, class)?;
            let entry = self.table.scope_mut(id).names.at(index);
            entry.access = access;
            if access == Access::Free {
                free.push(entry.name);
            }
        }
        let kind = self.table.scope(id).kind;
        for child in self.table.scope(id).children.clone() {
            let seen = match kind {
                _ if !self.table.scope(child).sees_class => None,
                ScopeKind::Class => Some(id),
                _ => class,
            };
            let mut inner = self.block(child, seen)?;
            if self.inlines(id, child) {
                self.table.scope_mut(child).inlined = true;
                if kind != ScopeKind::Class {
                    inner.retain(|&name| !self.becomes_local(id, child, name));
                }
            }
            for name in inner {
                if kind == ScopeKind::Class && self.provided_by_class(id, name) {
                    continue;
                }
                if !free.contains(&name) {
                    free.push(name);
                }
            }
        }
        self.settle(id, free)
    }

    /// How the scope reaches its name number `index`.
    fn access(&mut self, id: ScopeId, index: usize, class: Option<ScopeId>) -> Outcome<Access> {
        let entry = *self.table.scope_mut(id).names.at(index);
        let name = entry.name;
        if entry.flags & def::GLOBAL != 0 {
            if entry.flags & def::NONLOCAL != 0 {
                let text = self.context.text(name);
                return self.directive_error(id, name, format!("name '{text}' is nonlocal and global"));
            }
            return Ok(Access::GlobalExplicit);
        }
        if entry.flags & def::NONLOCAL != 0 {
            if self.table.scope(id).kind == ScopeKind::Module {
                let message = "nonlocal declaration not allowed at module level".to_string();
                return self.directive_error(id, name, message);
            }
            let text = self.context.text(name);
            return match self.binder(id, name) {
                None => self.directive_error(id, name, format!("no binding for nonlocal '{text}' found")),
                Some(flags) if flags & def::TYPE_PARAM != 0 => {
                    let message = format!("nonlocal binding not allowed for type parameter '{text}'");
                    self.directive_error(id, name, message)
                }
                Some(_) => Ok(Access::Free),
            };
        }
        if entry.flags & def::BOUND != 0 {
            return Ok(Access::Local);
        }
        // A name that both the class and an outer function bind is looked up in the class's
        // namespace at run time, then globally: the outer function's is bypassed.
        if let Some(class) = class {
            let flags = self.table.scope(class).names.flags(name);
            if flags & def::GLOBAL != 0 {
                return Ok(Access::GlobalExplicit);
            }
            if flags & def::BOUND != 0 && flags & def::NONLOCAL == 0 {
                return Ok(Access::GlobalImplicit);
            }
        }
        Ok(match self.binder(id, name) {
            Some(_) => Access::Free,
            None => Access::GlobalImplicit,
        })
    }

    /// The flags of a name in the nearest enclosing scope that provides it to inner scopes.
    fn binder(&self, id: ScopeId, name: Symbol) -> Option<u16> {
        let known = &self.context.known;
        let mut at = self.table.scope(id).parent;
        // Whether all scopes so far are comprehensions that become code of the one around them.
        let (mut child, mut inlined) = (id, true);
        while let Some(parent) = at {
            let scope = self.table.scope(parent);
            inlined &= self.inlines(parent, child);
            child = parent;
            if scope.kind == ScopeKind::Class {
                if name == known.class_cell && inlined {
                    // The class body itself has no such variable.
                    return None;
                }
                if name == known.class_cell || name == known.classdict {
                    return Some(0);
                }
            } else {
                let flags = scope.names.flags(name);
                if flags & def::GLOBAL != 0 {
                    return None;
                }
                if flags & def::BOUND != 0 && flags & def::NONLOCAL == 0 && scope.is_function_like() {
                    return Some(flags);
                }
            }
            at = scope.parent;
        }
        None
    }

    /// Whether the child is a comprehension that is compiled into its parent's code.
    fn inlines(&self, id: ScopeId, child: ScopeId) -> bool {
        let kind = self.table.scope(child).comprehension;
        !matches!(kind, Comprehension::No | Comprehension::Generator) && !self.table.scope(id).sees_class
    }

    /// Whether a free name of an inlined comprehension is simply a local of the scope around it.
    fn becomes_local(&self, id: ScopeId, child: ScopeId, name: Symbol) -> bool {
        let entry = self.table.scope(id).names.get(name);
        entry.is_some_and(|entry| entry.flags & def::BOUND != 0)
            && !self.table.scope(child).children.iter().any(|&inner| self.is_free_in(inner, name))
    }

    fn is_free_in(&self, id: ScopeId, name: Symbol) -> bool {
        let scope = self.table.scope(id);
        let own = scope.names.get(name);
        // An inlined comprehension needs a cell only if one of its own inner functions does.
        if scope.inlined {
            return own.is_none_or(|entry| entry.access == Access::Free)
                && scope.children.iter().any(|&inner| self.is_free_in(inner, name));
        }
        own.is_some_and(|entry| entry.access == Access::Free)
    }

    /// Whether a name that a function of the class needs is one of those that the class has for it.
    fn provided_by_class(&mut self, id: ScopeId, name: Symbol) -> bool {
        let known = &self.context.known;
        let scope = &mut self.table.scopes[id.0 as usize];
        scope.needs_class_cell |= name == known.class_cell;
        scope.needs_classdict |= name == known.classdict;
        name == known.class_cell || name == known.classdict
    }

    /// Makes cells of locals that inner scopes need; returns what the parents must provide.
    fn settle(&mut self, id: ScopeId, free: Vec<Symbol>) -> Outcome<Vec<Symbol>> {
        let scope = &mut self.table.scopes[id.0 as usize];
        let function_like = scope.is_function_like();
        let class = scope.kind == ScopeKind::Class;
        let mut outer = Vec::with_capacity(free.len());
        for name in free {
            if let Some(entry) = scope.names.get(name) {
                if function_like && matches!(entry.access, Access::Local | Access::Cell) {
                    scope.names.entry(name).access = Access::Cell;
                    continue;
                }
                if class || scope.sees_class {
                    scope.names.entry(name).flags |= def::FREE_CLASS;
                }
            } else {
                scope.names.entry(name).access = Access::Free;
            }
            outer.push(name);
        }
        Ok(outer)
    }

    fn directive_error<T>(&mut self, id: ScopeId, name: Symbol, message: String) -> Outcome<T> {
        let directives = &self.table.scope(id).directives;
        let span = directives.iter().find(|(other, _)| *other == name).map_or(Default::default(), |(_, span)| *span);
        Err(self.context.error(span, message))
    }
}
