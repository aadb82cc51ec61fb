//! The symbol table's data: scopes, the names in each, and what became of every name.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use anthill_grammar::{Span, Symbol};

use crate::base::waste;

/// What a scope has done to a name, as CPython's symbol table records it.
pub(in crate::compile) mod def {
    pub const GLOBAL: u16 = 1;
    pub const LOCAL: u16 = 1 << 1;
    pub const PARAM: u16 = 1 << 2;
    pub const NONLOCAL: u16 = 1 << 3;
    pub const USE: u16 = 1 << 4;
    /// A class's inner function reads the name from outside the class, which has its own.
    pub const FREE_CLASS: u16 = 1 << 6;
    pub const IMPORT: u16 = 1 << 7;
    pub const ANNOTATION: u16 = 1 << 8;
    /// An iteration variable of a comprehension.
    pub const ITERATION: u16 = 1 << 9;
    pub const TYPE_PARAM: u16 = 1 << 10;
    /// Bound by an assignment expression, which may do so amid the evaluation of another one.
    pub const NAMED: u16 = 1 << 11;
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT | TYPE_PARAM;
}

/// How a scope reaches a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) enum Access {
    Unresolved,
    Local,
    Cell,
    Free,
    GlobalExplicit,
    GlobalImplicit,
}

/// One name of a scope.
#[derive(Clone, Copy, Debug)]
pub(in crate::compile) struct Entry {
    pub name: Symbol,
    pub flags: u16,
    pub access: Access,
}

/// CPython's block types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) enum ScopeKind {
    Module,
    Class,
    Function,
    /// An annotation under `from __future__ import annotations`: looked at for errors only.
    Annotation,
    /// The bound, constraints or default of a type parameter; the text names it in errors.
    TypeVariable(&'static str),
    TypeAlias,
    TypeParameters,
}

/// The kinds of comprehension, and a scope that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) enum Comprehension {
    No,
    List,
    Set,
    Dict,
    Generator,
}

/// Index of a scope in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) struct ScopeId(pub u32);

/// Hashes a symbol: its number, spread by a multiplication.
#[derive(Default)]
pub(in crate::compile) struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
        }
        for &byte in chunks.remainder() {
            self.write_u64(byte as u64);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number as u64);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// A map keyed by a symbol or another small number.
pub(in crate::compile) type NumberMap<K, V> = HashMap<K, V, BuildHasherDefault<NumberHasher>>;

/// Beyond this many names a scope finds them by hashing.
const SMALL: usize = 8;

/// The names of a scope in the order of their first appearance.
#[derive(Debug, Default)]
pub(in crate::compile) struct Names {
    entries: Vec<Entry>,
    index: NumberMap<Symbol, u32>,
}

impl Names {
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn at(&mut self, index: usize) -> &mut Entry {
        &mut self.entries[index]
    }

    fn position(&self, name: Symbol) -> Option<usize> {
        if self.entries.len() <= SMALL {
            return self.entries.iter().position(|entry| entry.name == name);
        }
        self.index.get(&name).map(|index| *index as usize)
    }

    pub fn get(&self, name: Symbol) -> Option<Entry> {
        self.position(name).map(|index| self.entries[index])
    }

    /// The flags of a name, 0 if the scope does not know it.
    pub fn flags(&self, name: Symbol) -> u16 {
        self.get(name).map_or(0, |entry| entry.flags)
    }

    /// The entry of a name, made if it is new.
    pub fn entry(&mut self, name: Symbol) -> &mut Entry {
        let index = match self.position(name) {
            Some(index) => index,
            None => {
                self.entries.push(Entry { name, flags: 0, access: Access::Unresolved });
                match self.entries.len() {
                    length if length <= SMALL => {}
                    length if length == SMALL + 1 => {
                        let all = self.entries.iter().enumerate();
                        self.index = all.map(|(index, entry)| (entry.name, index as u32)).collect();
                    }
                    length => {
                        self.index.insert(name, length as u32 - 1);
                    }
                }
                self.entries.len() - 1
            }
        };
        &mut self.entries[index]
    }
}

/// CPython's symbol table entry: one block of the source and its names.
#[derive(Debug)]
pub(in crate::compile) struct Scope {
    pub kind: ScopeKind,
    pub comprehension: Comprehension,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    pub names: Names,
    /// Inside of a function, at whatever depth.
    pub nested: bool,
    pub generator: bool,
    /// Awaits something, or is an asynchronous comprehension.
    pub coroutine: bool,
    pub returns_value: bool,
    /// The body assigns annotated names (module and class).
    pub annotated: bool,
    /// An annotation scope right inside a class: names are looked up in the class's namespace
    /// first.
    pub sees_class: bool,
    /// A class whose methods use `__class__` or `super`.
    pub needs_class_cell: bool,
    /// A class whose annotation scopes look names up in its namespace.
    pub needs_classdict: bool,
    /// A comprehension that is compiled into its parent's code.
    pub inlined: bool,
    /// While its target is visited: every name is an iteration variable.
    pub visiting_target: bool,
    /// How many iterables of comprehensions are being visited around here.
    pub iterables: u32,
    /// The class whose name mangles private names here.
    pub private: Option<Symbol>,
    /// Type parameters of a class: only these names are mangled.
    pub mangled: Option<Vec<Symbol>>,
    /// Where `global` and `nonlocal` name what.
    pub directives: Vec<(Symbol, Span)>,
}

impl Scope {
    pub fn new(kind: ScopeKind, parent: Option<ScopeId>) -> Scope {
        Scope {
            kind,
            comprehension: Comprehension::No,
            parent,
            children: Vec::new(),
            names: Names::default(),
            nested: false,
            generator: false,
            coroutine: false,
            returns_value: false,
            annotated: false,
            sees_class: false,
            needs_class_cell: false,
            needs_classdict: false,
            inlined: false,
            visiting_target: false,
            iterables: 0,
            private: None,
            mangled: None,
            directives: Vec::new(),
        }
    }

    /// Whether names bound here are seen by inner scopes.
    pub fn is_function_like(&self) -> bool {
        matches!(
            self.kind,
            ScopeKind::Function | ScopeKind::TypeVariable(_) | ScopeKind::TypeAlias | ScopeKind::TypeParameters
        )
    }
}

/// What part of a node a scope belongs to; one node can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) enum Role {
    Body = 0,
    TypeParameters = 1,
    Bound = 2,
    Default = 3,
}

/// All scopes of a module; the first one is the module's own.
#[derive(Debug, Default)]
pub(in crate::compile) struct SymbolTable {
    pub scopes: Vec<Scope>,
    /// By the node's address, whose low bits are free for the role.
    by_node: NumberMap<usize, ScopeId>,
}

impl Drop for SymbolTable {
    fn drop(&mut self) {
        waste::free(std::mem::take(&mut self.scopes));
    }
}

impl SymbolTable {
    fn key<T>(node: &T, role: Role) -> usize {
        (node as *const T as usize) << 2 | role as usize
    }

    /// Remembers the scope of a node.
    pub fn register<T>(&mut self, node: &T, role: Role, scope: ScopeId) {
        self.by_node.insert(SymbolTable::key(node, role), scope);
    }

    /// The scope of a node that has one.
    pub fn of<T>(&self, node: &T, role: Role) -> ScopeId {
        self.by_node[&SymbolTable::key(node, role)]
    }

    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }
}
