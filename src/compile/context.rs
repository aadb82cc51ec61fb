//! What every part of the compiler needs: the source, the names, errors and warnings.

use std::sync::Arc;

use anthill_grammar::{ErrorKind, Interner, Lines, Span, Symbol, SyntaxError};

use crate::bytecode::Position;

/// A result whose error is small enough to pass around.
pub(super) type Outcome<T = ()> = Result<T, Box<SyntaxError>>;

/// A `SyntaxWarning` found while compiling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub message: String,
    /// From 1.
    pub line: u32,
}

/// Names that the compiler itself looks for or makes.
pub(super) struct Known {
    pub super_: Symbol,
    pub class_cell: Symbol,
    pub classdict: Symbol,
    pub debug: Symbol,
    pub self_: Symbol,
    pub annotations: Symbol,
    pub type_params: Symbol,
    pub dot_type_params: Symbol,
    pub dot_generic_base: Symbol,
    pub dot_defaults: Symbol,
    pub dot_kwdefaults: Symbol,
    pub dot_zero: Symbol,
    pub star: Symbol,
    pub future: Symbol,
}

impl Known {
    fn new(names: &mut Interner) -> Known {
        Known {
            super_: names.intern("super"),
            class_cell: names.intern("__class__"),
            classdict: names.intern("__classdict__"),
            debug: names.intern("__debug__"),
            self_: names.intern("self"),
            annotations: names.intern("__annotations__"),
            type_params: names.intern("__type_params__"),
            dot_type_params: names.intern(".type_params"),
            dot_generic_base: names.intern(".generic_base"),
            dot_defaults: names.intern(".defaults"),
            dot_kwdefaults: names.intern(".kwdefaults"),
            dot_zero: names.intern(".0"),
            star: names.intern("*"),
            future: names.intern("__future__"),
        }
    }
}

/// How deep a walk over the tree may go before it is an error.
const MAX_DEPTH: u32 = 4000;

/// After so many levels a walk goes on in a thread of its own, with a fresh native stack.
const LEVELS_PER_STACK: u32 = 100;

/// The fresh stack's size in bytes. Unoptimised builds take up to 15 KiB a level.
const STACK_SIZE: usize = 4 << 20;

/// Steps between two looks at the watch.
const STEPS: u32 = 1 << 12;

/// The compiler's surroundings, shared by its passes.
pub(super) struct Context<'s> {
    pub source: &'s str,
    pub lines: &'s Lines,
    pub names: &'s mut Interner,
    pub filename: Arc<str>,
    pub known: Known,
    pub warnings: Vec<Warning>,
    /// How often `~True` or `~False` was folded.
    pub inversions: usize,
    pub depth: u32,
    /// Says whether to stop, and how often it might have been asked.
    pub watch: &'s (dyn Fn() -> bool + Sync),
    pub steps: u32,
}

impl<'s> Context<'s> {
    pub fn new(
        source: &'s str,
        lines: &'s Lines,
        names: &'s mut Interner,
        filename: &str,
        watch: &'s (dyn Fn() -> bool + Sync),
    ) -> Context<'s> {
        let known = Known::new(names);
        let filename = filename.into();
        Context {
            source,
            lines,
            names,
            filename,
            known,
            warnings: Vec::new(),
            inversions: 0,
            depth: 0,
            watch,
            steps: 0,
        }
    }

    /// One step of work: every so many, an error if the work is to stop.
    #[inline]
    pub fn step(&mut self) -> Outcome {
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(STEPS) { self.look() } else { Ok(()) }
    }

    /// An error if the work is to stop.
    pub fn look(&self) -> Outcome {
        if (self.watch)() { Err(Box::new(SyntaxError::stopped())) } else { Ok(()) }
    }

    /// The text of a name.
    pub fn text(&self, name: Symbol) -> &str {
        self.names.text(name)
    }

    /// CPython's numbers of a range of the source.
    pub fn position(&self, span: Span) -> Position {
        let location = self.lines.location(span);
        Position {
            line: location.lineno,
            end_line: location.end_lineno,
            column: location.col_offset,
            end_column: location.end_col_offset,
        }
    }

    /// The line a range starts on.
    pub fn line(&self, span: Span) -> u32 {
        self.lines.line(span.start)
    }

    /// A `SyntaxError` as CPython's symbol table and compiler raise it: columns are bytes, and the
    /// text is the line of the file. (CPython has no text for a source that is not a file.)
    pub fn error(&self, span: Span, message: impl Into<String>) -> Box<SyntaxError> {
        let position = self.position(span);
        let start = self.lines.start(position.line) as usize;
        let rest = &self.source[start.min(self.source.len())..];
        let line = rest.find('\n').map_or(rest, |end| &rest[..=end]);
        Box::new(SyntaxError {
            kind: ErrorKind::SyntaxError,
            message: message.into(),
            line: position.line,
            column: position.column as i32 + 1,
            end_line: position.end_line,
            end_column: position.end_column as i32 + 1,
            text: Some(line.into()),
            incomplete: false,
        })
    }

    /// Notes a `SyntaxWarning`.
    pub fn warn(&mut self, span: Span, message: impl Into<String>) {
        let line = self.line(span);
        self.warnings.push(Warning { message: message.into(), line });
    }

    /// A name as a class's body and methods see it: `__x` becomes `_Class__x`.
    pub fn mangle(&mut self, class: Option<Symbol>, name: Symbol) -> Symbol {
        let Some(class) = class else { return name };
        let text = self.names.text(name);
        if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
            return name;
        }
        let class = self.names.text(class).trim_start_matches('_');
        if class.is_empty() {
            return name;
        }
        let mangled = format!("_{class}{text}");
        self.names.intern(&mangled)
    }
}

/// A walker over the tree, which may nest as deep as its source says.
pub(super) trait Walker<'s> {
    fn context(&mut self) -> &mut Context<'s>;
}

/// Runs one level of a recursive walk. The native stack cannot overflow: every hundred levels
/// the walk goes on in a new thread while this one waits, and there is an end to it.
pub(super) fn deeper<'s, W: Walker<'s> + Send, T: Send>(
    walker: &mut W,
    walk: impl FnOnce(&mut W) -> Outcome<T> + Send,
) -> Outcome<T> {
    walker.context().step()?;
    let depth = walker.context().depth + 1;
    if depth > MAX_DEPTH {
        let mut error = SyntaxError::nowhere("maximum recursion depth exceeded during compilation");
        error.kind = ErrorKind::RecursionError;
        return Err(Box::new(error));
    }
    walker.context().depth = depth;
    let result = if depth.is_multiple_of(LEVELS_PER_STACK) { elsewhere(walker, walk) } else { walk(walker) };
    walker.context().depth = depth - 1;
    result
}

#[cold]
fn elsewhere<W: Send, T: Send>(walker: &mut W, walk: impl FnOnce(&mut W) -> Outcome<T> + Send) -> Outcome<T> {
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK_SIZE);
        match builder.spawn_scoped(scope, || walk(walker)) {
            Ok(thread) => match thread.join() {
                Ok(result) => result,
                Err(panic) => std::panic::resume_unwind(panic),
            },
            Err(_) => {
                let mut error = SyntaxError::nowhere("maximum recursion depth exceeded during compilation");
                error.kind = ErrorKind::RecursionError;
                Err(Box::new(error))
            }
        }
    })
}
