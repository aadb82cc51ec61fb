//! The compiler's state, the opening and closing of code objects, and the module itself.

use std::sync::Arc;

use anthill_grammar::ast::{Constant as Literal, Expr, ExprKind, Mod, Stmt, StmtKind};
use anthill_grammar::{Span, Symbol};

use super::Options;
use super::constants::Folder;
use super::context::{Context, Outcome, Walker};
use super::symbols::{Access, Comprehension, Scope, ScopeId, SymbolTable, def};
use super::unit::{Inst, Label, Reg, Unit, UnitKind};
use super::{assemble, future, optimize};
use crate::bytecode::{Capture, Code, Constant, LocalKind, Op, flags};

/// Walks the tree and makes code.
pub(super) struct Compiler<'a, 'c, 's> {
    pub context: &'c mut Context<'s>,
    pub table: SymbolTable,
    pub units: Vec<Unit<'a>>,
    pub options: Options,
    pub future: u32,
    pub folder: Folder,
    /// Statements of the module that may still be `from __future__` imports.
    pub future_until: u32,
    pub interactive: bool,
    /// The instructions' memory of units that are done.
    spare: Vec<Vec<Inst>>,
}

impl<'s> Walker<'s> for Compiler<'_, '_, 's> {
    fn context(&mut self) -> &mut Context<'s> {
        self.context
    }
}

impl<'a, 'c, 's> Compiler<'a, 'c, 's> {
    pub fn new(
        context: &'c mut Context<'s>,
        table: SymbolTable,
        options: Options,
        future: u32,
    ) -> Compiler<'a, 'c, 's> {
        let folder = Folder {
            debug_name: context.known.debug,
            debug: options.optimize == 0,
            keep_inversions: options.keep_inversions,
            inversions: Default::default(),
        };
        Compiler {
            context,
            table,
            units: Vec::new(),
            options,
            future,
            folder,
            future_until: 0,
            interactive: false,
            spare: Vec::new(),
        }
    }

    /// Compiles the whole tree.
    pub fn module(mut self, root: &Mod<'a>) -> Outcome<Arc<Code>> {
        let leading = future::leading_count(root, self.context);
        let span = Span::new(0, 0);
        self.enter(UnitKind::Module, ScopeId(0), "<module>".to_string(), span, 1)?;
        match *root {
            Mod::Module { body } => {
                self.future_until = leading.checked_sub(1).map_or(0, |last| body[last].span.end);
                self.namespace_body(body)?;
                let last = self.unit().last_span();
                self.unit().emit(Op::RETURN_NONE, 0, 0, 0, last);
            }
            Mod::Interactive { body } => {
                self.future_until = leading.checked_sub(1).map_or(0, |last| body[last].span.end);
                self.interactive = true;
                self.setup_annotations();
                self.body(body)?;
                let last = self.unit().last_span();
                self.unit().emit(Op::RETURN_NONE, 0, 0, 0, last);
            }
            Mod::Expression { body } => {
                let value = self.operand(body)?;
                self.unit().emit(Op::RETURN_VALUE, value, 0, 0, body.span);
            }
        }
        self.context.inversions = self.folder.inversions.borrow().len();
        self.leave()
    }

    /// The statements of a module or class: docstring, annotations' dict, the rest.
    pub fn namespace_body(&mut self, body: &[&'a Stmt<'a>]) -> Outcome {
        self.setup_annotations();
        let mut rest = body;
        if let Some((text, span)) = docstring(body) {
            rest = &body[1..];
            if self.options.optimize < 2 {
                let name = self.context.names.intern("__doc__");
                let value = self.unit().temp();
                self.load_constant(value, Constant::Str(clean_docstring(text).into()), span);
                self.store_plain_name(name, value, span);
            }
        }
        self.body(rest)
    }

    fn setup_annotations(&mut self) {
        if self.scope().annotated {
            let span = self.unit().span;
            self.unit().emit(Op::SETUP_ANNOTATIONS, 0, 0, 0, span);
        }
    }

    /// The code object being made.
    pub fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    /// The scope of the code object being made.
    pub fn scope(&self) -> &Scope {
        self.table.scope(self.units[self.units.len() - 1].scope)
    }

    pub fn emit(&mut self, op: Op, a: u32, b: u32, c: u32, span: Span) {
        self.unit().emit(op, a, b, c, span);
    }

    pub fn label(&mut self) -> Label {
        self.unit().label()
    }

    pub fn place_label(&mut self, label: Label) {
        self.unit().place(label);
    }

    /// A name as private names are mangled here.
    pub fn mangle(&mut self, name: Symbol) -> Symbol {
        let scope = self.scope();
        let private = scope.private;
        if private.is_none() || scope.mangled.as_ref().is_some_and(|only| !only.contains(&name)) {
            return name;
        }
        self.context.mangle(private, name)
    }

    pub fn error<T>(&self, span: Span, message: impl Into<String>) -> Outcome<T> {
        Err(self.context.error(span, message))
    }

    /// Opens a code object: its locals, cells and free variables follow from its scope.
    pub fn enter(&mut self, kind: UnitKind, scope: ScopeId, name: String, span: Span, first_line: u32) -> Outcome {
        let mut unit = Unit::new(scope, kind, name, span, first_line);
        unit.qualname = self.qualname(&unit.name, kind);
        unit.code = self.spare.pop().unwrap_or_default();
        let entries: Vec<_> = self.table.scope(scope).names.iter().copied().collect();
        let data = self.table.scope(scope);
        unit.flags = self.future & !(flags::FUTURE_BARRY_AS_BDFL);
        let mut cells = Vec::new();
        let mut free = Vec::new();
        for entry in &entries {
            if entry.access == Access::Free || entry.flags & def::FREE_CLASS != 0 {
                free.push(entry.name);
            }
        }
        if unit.is_function_like() {
            unit.flags |= flags::OPTIMIZED | flags::NEWLOCALS;
            unit.flags |= match (data.generator, data.coroutine) {
                (true, true) => flags::ASYNC_GENERATOR,
                (true, false) => flags::GENERATOR,
                (false, true) => flags::COROUTINE,
                (false, false) => 0,
            };
            if data.nested {
                unit.flags |= flags::NESTED;
            }
            for entry in &entries {
                let parameter = entry.flags & def::PARAM != 0;
                let kind = match entry.access {
                    Access::Local => LocalKind::Local,
                    Access::Cell if parameter => LocalKind::Cell,
                    Access::Cell => {
                        cells.push(entry.name);
                        continue;
                    }
                    _ => continue,
                };
                let register = unit.add_local(self.context.names.text(entry.name), kind);
                unit.registers.insert(entry.name, register);
            }
        } else {
            unit.add_local("namespace", LocalKind::Internal);
            if data.needs_class_cell {
                cells.push(self.context.known.class_cell);
            }
            if data.needs_classdict {
                cells.push(self.context.known.classdict);
            }
        }
        cells.sort_by_key(|name| self.context.names.text(*name));
        free.sort_by_key(|name| self.context.names.text(*name));
        for name in cells {
            let register = unit.add_local(self.context.names.text(name), LocalKind::Cell);
            unit.registers.insert(name, register);
        }
        for name in free {
            let Some(capture) = self.capture(name) else {
                let text = self.context.text(name);
                return self.error(span, format!("no cell for the free variable '{text}'"));
            };
            unit.free_index.insert(name, unit.free.len() as u32);
            unit.free.push((name, capture));
        }
        for register in 0..unit.locals.len() as Reg {
            if unit.locals[register as usize].kind == LocalKind::Cell {
                unit.emit(Op::MAKE_CELL, register, 0, 0, span);
            }
        }
        self.units.push(unit);
        Ok(())
    }

    /// Where the current code object has the cell of a variable that an inner one needs.
    fn capture(&mut self, name: Symbol) -> Option<Capture> {
        let unit = self.units.last()?;
        let is_cell =
            |register: &Reg| matches!(unit.locals[*register as usize].kind, LocalKind::Cell | LocalKind::HiddenCell);
        let inlined = unit.inlined.iter().rev().find_map(|inlined| inlined.registers.get(&name));
        if let Some(&register) = inlined.or_else(|| unit.registers.get(&name)).filter(|register| is_cell(register)) {
            return Some(Capture::Register(register as u16));
        }
        unit.free_index.get(&name).map(|index| Capture::Free(*index as u16))
    }

    fn qualname(&mut self, name: &str, kind: UnitKind) -> String {
        let mut parents = self.units.iter().rev();
        let mut parent = parents.next();
        if parent.is_some_and(|unit| unit.kind == UnitKind::TypeScope) {
            parent = parents.next();
        }
        let Some(parent) = parent else { return name.to_string() };
        if parent.kind == UnitKind::Module {
            return name.to_string();
        }
        let definition = matches!(kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class);
        let parent_scope = self.table.scope(parent.scope);
        let symbol = self.context.names.find(name).map(|name| self.context.mangle(parent_scope.private, name));
        let entry = symbol.and_then(|name| parent_scope.names.get(name));
        if definition && entry.is_some_and(|entry| entry.access == Access::GlobalExplicit) {
            return name.to_string();
        }
        match parent.kind {
            UnitKind::Class => format!("{}.{name}", parent.qualname),
            _ => format!("{}.<locals>.{name}", parent.qualname),
        }
    }

    /// Closes the code object being made.
    pub fn leave(&mut self) -> Outcome<Arc<Code>> {
        let Some(mut unit) = self.units.pop() else {
            return self.error(Span::new(0, 0), "no code object is open");
        };
        optimize::run(&mut unit, self.context)?;
        let code = assemble::assemble(&mut unit, self.context).map(Arc::new);
        unit.code.clear();
        self.spare.push(unit.code);
        code
    }

    /// Whether code may await here: an asynchronous function, or a comprehension (whose symbol
    /// table entry has been checked).
    pub fn in_async_function(&self) -> bool {
        let unit = &self.units[self.units.len() - 1];
        unit.kind == UnitKind::AsyncFunction
    }

    /// Whether a comprehension is being compiled, into the current unit or as its own.
    pub fn in_comprehension(&self) -> bool {
        let unit = &self.units[self.units.len() - 1];
        !unit.inlined.is_empty() || self.table.scope(unit.scope).comprehension != Comprehension::No
    }
}

/// The docstring that a body starts with.
pub(super) fn docstring<'a>(body: &[&'a Stmt<'a>]) -> Option<(&'a str, Span)> {
    let StmtKind::Expr { value: Expr { kind: ExprKind::Constant { value, .. }, span } } = body.first()?.kind else {
        return None;
    };
    match value {
        Literal::Str(text) => Some((text, *span)),
        _ => None,
    }
}

/// A docstring with its indentation removed, as CPython 3.13's compiler does: tabs expanded,
/// the margin of all lines but the first taken off.
pub(super) fn clean_docstring(text: &str) -> String {
    let expanded;
    let text = match text.contains('\t') {
        true => {
            expanded = expand_tabs(text);
            &expanded
        }
        false => text,
    };
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = text.split('\n').skip(1).filter(|line| indent(line) < line.len()).map(indent).min().unwrap_or(0);
    let mut clean = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            clean.push('\n');
        }
        let cut = if index == 0 { indent(line) } else { margin.min(indent(line)) };
        clean.push_str(&line[cut..]);
    }
    clean
}

fn expand_tabs(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len() + 16);
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let spaces = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ => {
                expanded.push(character);
                column = if matches!(character, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    expanded
}
