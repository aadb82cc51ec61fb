//! A code object: what the compiler makes and the VM runs.

use std::sync::Arc;

use super::{Constant, Position, PositionTable};
use crate::base::waste;
use crate::base::watch::{STRETCH, Stopped, Watch, copy, copy_text, equal, look};

/// CPython's `co_flags`.
pub mod flags {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    pub const ASYNC_GENERATOR: u32 = 0x200;
    pub const FUTURE_DIVISION: u32 = 0x2_0000;
    pub const FUTURE_ABSOLUTE_IMPORT: u32 = 0x4_0000;
    pub const FUTURE_WITH_STATEMENT: u32 = 0x8_0000;
    pub const FUTURE_PRINT_FUNCTION: u32 = 0x10_0000;
    pub const FUTURE_UNICODE_LITERALS: u32 = 0x20_0000;
    pub const FUTURE_BARRY_AS_BDFL: u32 = 0x40_0000;
    pub const FUTURE_GENERATOR_STOP: u32 = 0x80_0000;
    pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;
}

/// What a register below `nlocals` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// A local variable; its register holds the value.
    Local,
    /// A cell variable; after `MAKE_CELL` its register holds the cell. A parameter can be one.
    Cell,
    /// A variable of an inlined comprehension: not seen under its name outside of it.
    Hidden,
    /// The same, captured by an inner function: its register holds a cell while it is in use.
    HiddenCell,
    /// No variable of the program: the namespace of a class or module (register 0), the
    /// subject of a `match`.
    Internal,
}

/// A register below `nlocals`, in CPython's terms an entry of `co_localsplusnames`.
#[derive(Clone, Debug)]
pub struct LocalVariable {
    pub name: Box<str>,
    pub kind: LocalKind,
}

/// Where `MAKE_FUNCTION` takes a cell of the new function's closure from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capture {
    /// The cell in this register of the running frame.
    Register(u16),
    /// This cell of the running function's own closure.
    Free(u16),
}

/// One range of the exception table. Ranges do not overlap: each word has at most one handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// Words `start..end`.
    pub start: u32,
    pub end: u32,
    /// The word to go on at.
    pub target: u32,
    /// The first temporary to release: registers `depth..nregs` are emptied.
    pub depth: u16,
    /// The register that then receives the exception, owned; `depth` or one above.
    pub register: u16,
}

/// A code object. Plain data: the VM makes values of the constants when it loads it.
#[derive(Clone, Debug)]
pub struct Code {
    /// `co_name`.
    pub name: Box<str>,
    /// `co_qualname`.
    pub qualname: Box<str>,
    /// `co_filename`.
    pub filename: Arc<str>,
    /// `co_firstlineno`: the first decorator's line, if there is one.
    pub first_line: u32,
    /// `co_posonlyargcount`.
    pub positional_only: u16,
    /// `co_argcount`: positional parameters, positional-only ones included.
    pub positional: u16,
    /// `co_kwonlyargcount`.
    pub keyword_only: u16,
    /// `co_flags`, see [`flags`].
    pub flags: u32,
    /// Registers `0..nlocals`: parameters (positional, keyword-only, `*args`, `**kwargs`), other
    /// locals, cell variables that are no parameters, hidden ones. In module and class code
    /// register 0 is the namespace.
    pub locals: Box<[LocalVariable]>,
    /// The first temporary.
    pub nlocals: u16,
    /// How many registers a frame of this code needs.
    pub nregs: u16,
    /// `co_freevars` and where the defining frame finds each cell.
    pub free: Box<[(Box<str>, Capture)]>,
    /// `co_names`.
    pub names: Box<[Box<str>]>,
    /// `co_consts`.
    pub constants: Box<[Constant]>,
    /// The instructions.
    pub words: Box<[u64]>,
    /// Ascending by `start`.
    pub handlers: Box<[Handler]>,
    pub positions: PositionTable,
    /// The docstring of a function; a module's or class's is assigned to `__doc__` by its code.
    pub docstring: Option<Constant>,
}

impl Drop for Code {
    fn drop(&mut self) {
        waste::free_boxed(&mut self.constants);
        waste::free_boxed(&mut self.names);
    }
}

impl Code {
    /// Whether every one of these bits is set in `flags`.
    pub fn has(&self, bits: u32) -> bool {
        self.flags & bits == bits
    }

    /// How many registers parameters take, `*args` and `**kwargs` included.
    pub fn parameter_count(&self) -> usize {
        self.positional as usize
            + self.keyword_only as usize
            + self.has(flags::VARARGS) as usize
            + self.has(flags::VARKEYWORDS) as usize
    }

    /// A copy.
    ///
    /// # Errors
    /// The watch said to stop.
    pub fn copy(&self, watch: Watch<'_>) -> Result<Code, Stopped> {
        let mut names = Vec::with_capacity(self.names.len());
        for part in self.names.chunks(STRETCH) {
            for name in part {
                names.push(copy_text(name, watch)?);
            }
            look(watch)?;
        }
        let mut constants = Vec::with_capacity(self.constants.len());
        for part in self.constants.chunks(STRETCH) {
            for constant in part {
                constants.push(match constant {
                    Constant::Str(text) => Constant::Str(copy_text(text, watch)?),
                    Constant::Bytes(bytes) => Constant::Bytes(copy(bytes, watch)?),
                    other => other.clone(),
                });
            }
            look(watch)?;
        }
        Ok(Code {
            name: self.name.clone(),
            qualname: self.qualname.clone(),
            filename: self.filename.clone(),
            locals: self.locals.clone(),
            free: self.free.clone(),
            names: names.into(),
            constants: constants.into(),
            words: copy(&self.words, watch)?,
            handlers: copy(&self.handlers, watch)?,
            positions: self.positions.copy(watch)?,
            docstring: self.docstring.clone(),
            ..*self
        })
    }

    /// Whether two code objects do the same at the same place under the same name, apart from their constants.
    ///
    /// # Errors
    /// The watch said to stop.
    pub fn is_like(&self, other: &Code, watch: Watch<'_>) -> Result<bool, Stopped> {
        let numbers =
            |code: &Code| (code.first_line, code.positional_only, code.positional, code.keyword_only, code.flags);
        Ok(self.name == other.name
            && numbers(self) == numbers(other)
            && equal(&self.words, &other.words, watch)?
            && equal(&self.names, &other.names, watch)?
            && self.locals.iter().map(|local| &local.name).eq(other.locals.iter().map(|local| &local.name))
            && self.free == other.free)
    }

    /// The handler of the word at `offset`, the innermost one.
    pub fn handler_at(&self, offset: u32) -> Option<&Handler> {
        let index = self.handlers.partition_point(|handler| handler.end <= offset);
        self.handlers.get(index).filter(|handler| handler.start <= offset)
    }

    /// The source range of the word at `offset`; none for artificial instructions.
    pub fn position(&self, offset: u32) -> Option<Position> {
        self.positions.at(offset)
    }

    /// The code objects among the constants.
    pub fn nested(&self) -> impl Iterator<Item = &Arc<Code>> {
        self.constants.iter().filter_map(|constant| match constant {
            Constant::Code(code) => Some(code),
            _ => None,
        })
    }
}

const fn assert_shareable<T: Send + Sync>() {}
const _: () = assert_shareable::<Code>();
