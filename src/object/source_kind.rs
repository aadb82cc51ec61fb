//! What the compiler is told of a source besides Python's own flags: bits among those of `hooks.compile`.

/// It is an import, whose DeprecationWarnings would be the import system's own.
pub const IMPORTED: u32 = 1 << 31;

/// It was text before it became UTF-8: it has no byte order mark, and names no encoding.
pub const TEXT: u32 = 1 << 30;

/// It is the content of a file, or of what is read as one, whatever its name looks like.
pub const FILE: u32 = 1 << 29;

/// All of them.
pub const ALL: u32 = IMPORTED | TEXT | FILE;
