//! Loading, storing and deleting variables.

use anthill_grammar::{Span, Symbol};

use super::compiler::Compiler;
use super::context::Outcome;
use super::symbols::{Access, def};
use super::unit::{Reg, UnitKind, is_temp};
use crate::bytecode::{LocalKind, Op};

/// Where a variable lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A local, read in place.
    Local(Reg),
    /// The cell in this local.
    Cell(Reg),
    /// This cell of the closure; `dict` says that a class's namespace comes first.
    Free { index: u32, dict: bool },
    /// The globals; `dict` as above.
    Global { dict: bool },
    /// The namespace, then the globals.
    Name,
}

impl<'a> Compiler<'a, '_, '_> {
    /// Where a mangled name lives, seen from the code being compiled.
    pub(super) fn place(&mut self, name: Symbol) -> Place {
        let unit = &self.units[self.units.len() - 1];
        let scope = self.table.scope(unit.scope);
        let mut wants_free = false;
        let in_place = |register: Reg| match unit.locals[register as usize].kind {
            LocalKind::Cell | LocalKind::HiddenCell => Place::Cell(register),
            _ => Place::Local(register),
        };
        for inlined in unit.inlined.iter().rev() {
            if let Some(&register) = inlined.registers.get(&name) {
                return in_place(register);
            }
            match self.table.scope(inlined.scope).names.get(name).map(|entry| entry.access) {
                Some(Access::GlobalExplicit) => return Place::Global { dict: false },
                Some(Access::GlobalImplicit) if unit.kind == UnitKind::Module => return Place::Name,
                Some(Access::GlobalImplicit) => return Place::Global { dict: false },
                Some(Access::Free) => wants_free = true,
                _ => {}
            }
        }
        // The cells of a class body hold what its functions see: its own statements use its namespace.
        if unit.kind != UnitKind::Class
            && let Some(&register) = unit.registers.get(&name)
        {
            return in_place(register);
        }
        let access = scope.names.get(name).map_or(Access::GlobalImplicit, |entry| entry.access);
        let class = unit.kind == UnitKind::Class;
        match access {
            Access::Free => match unit.free_index.get(&name) {
                Some(&index) => Place::Free { index, dict: !wants_free && (class || scope.sees_class) },
                None => Place::Global { dict: false },
            },
            _ if wants_free && unit.free_index.contains_key(&name) => {
                Place::Free { index: unit.free_index[&name], dict: false }
            }
            Access::GlobalExplicit => Place::Global { dict: false },
            _ if unit.is_function_like() => {
                Place::Global { dict: scope.sees_class && access == Access::GlobalImplicit }
            }
            _ => Place::Name,
        }
    }

    /// The cell that the current class body has for its functions: `__class__` or `__classdict__`.
    pub(super) fn class_body_cell(&mut self, name: Symbol) -> Option<Reg> {
        self.unit().registers.get(&name).copied()
    }

    /// The register of a plain local of the current code, if the name is one.
    pub(super) fn local(&mut self, name: Symbol) -> Option<Reg> {
        let name = self.mangle(name);
        match self.place(name) {
            Place::Local(register) => Some(register),
            _ => None,
        }
    }

    /// Whether an assignment expression may rebind the name amid the evaluation of another
    /// expression.
    pub(super) fn is_rebound(&mut self, name: Symbol) -> bool {
        let name = self.mangle(name);
        self.scope().names.flags(name) & def::NAMED != 0
    }

    /// Loads a variable into `dst`.
    pub(super) fn load_name(&mut self, name: Symbol, dst: Reg, span: Span) -> Outcome {
        let name = self.mangle(name);
        match self.place(name) {
            Place::Local(register) => {
                self.emit(Op::CHECK_LOCAL, register, 0, 0, span);
                if register != dst {
                    self.emit(Op::COPY, dst, register, 0, span);
                }
            }
            Place::Cell(register) => self.emit(Op::LOAD_CELL, dst, register, 0, span),
            Place::Free { index, dict: false } => self.emit(Op::LOAD_FREE, dst, index, 0, span),
            Place::Global { dict: false } => {
                let index = self.unit().name(name);
                self.emit(Op::LOAD_GLOBAL, dst, index, 0, span);
            }
            Place::Name => {
                let index = self.unit().name(name);
                self.emit(Op::LOAD_NAME, dst, index, 0, span);
            }
            Place::Free { index, dict: true } => {
                self.with_classdict(dst, span, |compiler, out, dict| {
                    compiler.emit(Op::LOAD_FROM_DICT_OR_FREE, out, dict, index, span);
                })?;
            }
            Place::Global { dict: true } => {
                let index = self.unit().name(name);
                self.with_classdict(dst, span, |compiler, out, dict| {
                    compiler.emit(Op::LOAD_FROM_DICT_OR_GLOBALS, out, dict, index, span);
                })?;
            }
        }
        Ok(())
    }

    /// Emits a load that looks into the class's namespace: register 0 of the class itself, the
    /// cell `__classdict__` in an annotation scope.
    fn with_classdict(&mut self, dst: Reg, span: Span, load: impl FnOnce(&mut Self, Reg, Reg)) -> Outcome {
        if self.unit().kind == UnitKind::Class {
            load(self, dst, 0);
            return Ok(());
        }
        let classdict = self.context.known.classdict;
        let dict = if is_temp(dst) { dst } else { self.unit().temp() };
        match self.place(classdict) {
            Place::Free { index, .. } => self.emit(Op::LOAD_FREE, dict, index, 0, span),
            Place::Cell(register) => self.emit(Op::LOAD_CELL, dict, register, 0, span),
            _ => return self.error(span, "no cell for '__classdict__'"),
        }
        load(self, dict, dict);
        if dict != dst {
            self.emit(Op::MOVE, dst, dict, 0, span);
            self.unit().sp -= 1;
        }
        Ok(())
    }

    /// Stores a value, whose temp is consumed, in a variable.
    pub(super) fn store_name(&mut self, name: Symbol, value: Reg, span: Span) -> Outcome {
        self.forbid_debug(name, "assign to", span)?;
        let name = self.mangle(name);
        self.store_plain_name(name, value, span);
        Ok(())
    }

    /// Stores a value under a name that is mangled already.
    pub(super) fn store_plain_name(&mut self, name: Symbol, value: Reg, span: Span) {
        match self.place(name) {
            Place::Local(register) if register == value => {}
            Place::Local(register) if is_temp(value) => self.emit(Op::MOVE, register, value, 0, span),
            Place::Local(register) => self.emit(Op::COPY, register, value, 0, span),
            Place::Cell(register) => self.emit(Op::STORE_CELL, register, value, 0, span),
            Place::Free { index, .. } => self.emit(Op::STORE_FREE, index, value, 0, span),
            Place::Global { .. } => {
                let index = self.unit().name(name);
                self.emit(Op::STORE_GLOBAL, value, index, 0, span);
            }
            Place::Name => {
                let index = self.unit().name(name);
                self.emit(Op::STORE_NAME, value, index, 0, span);
            }
        }
        if self.unit().is_top(value) {
            self.unit().sp -= 1;
        }
    }

    /// `del name`.
    pub(super) fn delete_name(&mut self, name: Symbol, span: Span) -> Outcome {
        self.forbid_debug(name, "delete", span)?;
        let name = self.mangle(name);
        match self.place(name) {
            Place::Local(register) => self.emit(Op::DELETE_LOCAL, register, 0, 0, span),
            Place::Cell(register) => self.emit(Op::DELETE_CELL, register, 0, 0, span),
            Place::Free { index, .. } => self.emit(Op::DELETE_FREE, index, 0, 0, span),
            Place::Global { .. } => {
                let index = self.unit().name(name);
                self.emit(Op::DELETE_GLOBAL, 0, index, 0, span);
            }
            Place::Name => {
                let index = self.unit().name(name);
                self.emit(Op::DELETE_NAME, 0, index, 0, span);
            }
        }
        Ok(())
    }

    /// `__debug__` is a constant and can be neither assigned nor deleted.
    pub(super) fn forbid_debug(&self, name: Symbol, what: &str, span: Span) -> Outcome {
        if name == self.context.known.debug {
            return self.error(span, format!("cannot {what} __debug__"));
        }
        Ok(())
    }
}
