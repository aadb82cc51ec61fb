//! Source text to a code object: parser and compiler, their errors and warnings as Python sees them.

use crate::bytecode::Code;
use crate::compile::{Options, compile as compile_tree, compile_watched};
use crate::heap::{Breaker, Object};
use crate::layout::Tuple;
use crate::object::{ClassId, CompileMode, Raised, Result, Runtime, source_kind};
use crate::types::bool::INVERSION;
use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::{
    Bounds, ErrorKind, Interner, Mode, Progress, SyntaxError, SyntaxWarning, parse, parse_watched, source::Origin,
};
use bumpalo::Bump;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// No more bytes of nodes, nor of names, are kept.
const KEPT: usize = 64 << 20;

/// What is kept from one compilation to the next: the arena's memory and the interned names.
#[derive(Default)]
struct Workshop {
    arena: Bump,
    names: Option<Interner>,
}

/// Compiles the bytes of a source. Files are decoded by their cookie; text given as `str` is passed as UTF-8.
pub fn compile(
    rt: &mut Runtime,
    source: &[u8],
    filename: &str,
    mode: CompileMode,
    flags: u32,
    optimize: i32,
) -> Result<Arc<Code>> {
    let mut workshop = std::mem::take(rt.extension::<Workshop>());
    workshop.arena.reset();
    let mut names = workshop.names.take().unwrap_or_default();
    let default = rt.extension::<crate::modules::sys::Settings>().optimize;
    let optimize = if optimize < 0 { default } else { optimize as u8 };
    let mut options = Options { optimize, future: flags & !source_kind::ALL, keep_inversions: false };
    let max_digits = crate::types::int::digit_limit(rt);
    let origin = match flags & (source_kind::TEXT | source_kind::FILE) {
        source_kind::TEXT => Origin::Text,
        0 if filename.starts_with('<') => Origin::Memory,
        _ => Origin::File(filename),
    };
    let mut build_it = |rt: &Runtime, options| {
        let breaker = rt.heap.breaker();
        let watch = || breaker.load(Ordering::Relaxed) & Breaker::INTERRUPT != 0;
        build(
            (source, origin),
            filename,
            mode,
            options,
            &workshop.arena,
            &mut names,
            Bounds { watch: &watch, max_digits },
        )
    };
    let mut outcome = build_it(rt, options);
    if let Ok((.., inversions @ 1..)) = outcome
        && flags & source_kind::IMPORTED == 0
    {
        // Where the warning is an error CPython leaves the expression to be evaluated.
        for _ in 0..inversions {
            let warned = (rt.hooks.warn)(rt, ClassId::DeprecationWarning, INVERSION, 1);
            if rt.catch(warned, ClassId::Exception)?.is_none() {
                options.keep_inversions = true;
            }
        }
        if options.keep_inversions {
            outcome = build_it(rt, options);
        }
    }
    // What one huge source needed is not kept for the next one.
    workshop.names = Some(names).filter(|names| names.size() <= KEPT);
    if workshop.arena.allocated_bytes() > KEPT {
        workshop.arena = Bump::new();
    }
    *rt.extension::<Workshop>() = workshop;
    match outcome {
        Ok((code, warnings, _)) => {
            for (message, line) in warnings {
                super::report::warn_syntax(rt, &message, filename, line)?;
            }
            Ok(code)
        }
        Err((error, _)) if error.kind == ErrorKind::KeyboardInterrupt => Err(rt.interrupted()),
        Err((error, warnings)) => {
            // The prompt compiles an incomplete text again when it has read on.
            let comes_again = error.incomplete && mode == CompileMode::Single;
            for (message, line) in warnings.iter().filter(|_| !comes_again) {
                super::report::warn_syntax(rt, message, filename, *line)?;
            }
            Err(syntax_error(rt, &error, filename))
        }
    }
}

type Warnings = Vec<(String, u32)>;

fn build<'a>(
    (source, origin): (&'a [u8], Origin),
    filename: &str,
    mode: CompileMode,
    options: Options,
    arena: &'a Bump,
    names: &mut Interner,
    bounds: Bounds<'_>,
) -> std::result::Result<(Arc<Code>, Warnings, usize), (Box<SyntaxError>, Warnings)> {
    let whole_lines = mode != CompileMode::Eval;
    let mode = match mode {
        CompileMode::Exec => Mode::Module,
        CompileMode::Eval => Mode::Expression,
        CompileMode::Single => Mode::Interactive,
    };
    let of_text = |found: &[SyntaxWarning]| found.iter().map(|w| (w.message.clone(), w.line)).collect::<Warnings>();
    let mut progress = Progress::default();
    let tree = match parse_watched(source, origin, mode, arena, names, bounds, &mut progress) {
        Ok(tree) => tree,
        Err(mut error) => {
            let is_left_behind = progress.line > error.line && !std::path::Path::new(filename).is_file();
            cut_line_end(&mut error, source, whole_lines, is_left_behind);
            return Err((Box::new(error), of_text(&progress.warnings)));
        }
    };
    let (mut warnings, mut warned) = (of_text(&tree.warnings), Vec::new());
    let compiled =
        compile_watched(&tree.root, (tree.source, &tree.lines), names, filename, options, bounds.watch, &mut warned);
    let found = compiled.as_ref().map_or(&warned, |compiled| &compiled.warnings);
    warnings.extend(found.iter().map(|w| (w.message.clone(), w.line)));
    match compiled {
        Ok(compiled) => Ok((compiled.code, warnings, compiled.inversions)),
        Err(mut error) => {
            // CPython's compiler no longer has the source: it looks for the line in the file of that name.
            if !std::path::Path::new(filename).is_file() {
                error.text = None;
            }
            Err((error, warnings))
        }
    }
}

/// Takes the line end off an error's text where CPython shows the line without one: in an expression whose source has
/// none, and where the error was found on a later line than the one it is told of (`is_left_behind`).
fn cut_line_end(error: &mut SyntaxError, source: &[u8], whole_lines: bool, is_left_behind: bool) {
    if error.text.is_none() {
        return;
    }
    let last = memchr::memchr_iter(b'\n', source).count() + usize::from(!source.ends_with(b"\n"));
    let is_last = error.line as usize >= last;
    let cut = match is_last {
        true => !whole_lines && !source.ends_with(b"\n"),
        false => is_left_behind || error.message.ends_with("was never closed"),
    };
    if let Some(text) = &mut error.text
        && cut
        && text.ends_with('\n')
    {
        let mut shorter = std::mem::take(text).into_string();
        shorter.pop();
        *text = shorter.into_boxed_str();
    }
}

/// The exception for a syntax error: `SyntaxError(message, (filename, line, column, text, end line, end column))`.
pub fn syntax_error(rt: &mut Runtime, error: &SyntaxError, filename: &str) -> Raised {
    match syntax_error_parts(rt, error, filename) {
        Ok(raised) | Err(raised) => raised,
    }
}

fn syntax_error_parts(rt: &mut Runtime, error: &SyntaxError, filename: &str) -> Result<Raised> {
    let class = match error.kind.name() {
        "IndentationError" => ClassId::IndentationError,
        "TabError" => ClassId::TabError,
        "RecursionError" => return Ok(rt.raise(ClassId::RecursionError, &error.message)),
        "MemoryError" => return Ok(rt.raise(ClassId::MemoryError, &error.message)),
        "ValueError" => return Ok(rt.raise(ClassId::ValueError, &error.message)),
        _ => ClassId::SyntaxError,
    };
    let _: ErrorKind = error.kind;
    if error.message.starts_with("source code string cannot") {
        // Found before there is a line to name.
        let message: Object = rt.new_str(&error.message)?.into();
        return Ok(rt.raise_with(class, &[message]));
    }
    let number = |n: i64| Object::int(n).unwrap_or(Object::NONE);
    let text = match &error.text {
        Some(text) => rt.new_str(text)?.into(),
        None => Object::NONE,
    };
    let details = [
        rt.new_str(filename)?.into(),
        number(error.line.into()),
        number(error.column.into()),
        text,
        number(error.end_line.into()),
        // Wrong imports from the future have no end.
        if error.message == "not a chance" || error.message.starts_with("future feature ") {
            Object::NONE
        } else {
            number(error.end_column.into())
        },
    ];
    let details: Object = Tuple::from_slice(&rt.heap, &details)?.into();
    let message: Object = rt.new_str(&error.message)?.into();
    Ok(rt.raise_with(class, &[message, details]))
}

/// The syntax tree or the bytecode of a source as text.
pub fn inspect(source: &[u8], filename: &str, tree: bool, attributes: bool) -> std::result::Result<String, String> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    let source = arena.alloc_slice_copy(source);
    let parsed =
        parse(source, Origin::File(filename), Mode::Module, &arena, &mut names).map_err(|e| e.report(filename))?;
    if tree {
        let options = DumpOptions { attributes, ..DumpOptions::default() };
        return Ok(dump(&parsed.root, &names, &parsed.lines, options) + "\n");
    }
    let compiled = compile_tree(&parsed.root, parsed.source, &parsed.lines, &mut names, filename, Options::default())
        .map_err(|e| e.report(filename))?;
    Ok(crate::bytecode::disassemble(&compiled.code))
}
