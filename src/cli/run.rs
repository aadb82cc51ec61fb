//! Runs what the command line asks for.

use super::arguments::Options;
use super::configure::{Configuration, Target, absolute, configure, shown, target};
use super::split::split;
use super::watch::Watch;
use super::{help, inspect};
use crate::builtins::Streams;
use crate::interpreter::Interpreter;
use crate::object::{CompileMode, Result};
use crate::repl;
use clap::Parser;
use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::path::Path;

/// Exit code for a leak found by `--check-leaks`.
const LEAKED: i32 = 99;

/// Room for tables that come and go. The C library gives memory back to the system whenever 128 KB at the end of its heap
/// are free, until a block that was mapped on its own is freed: then it keeps twice that much. Giving back and taking
/// anew costs more than most work on such a table.
fn keep_freed_memory() {
    const ROOM: usize = 1 << 19;
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}

/// Runs the `anthill` command with the process's arguments; returns the exit code.
pub fn main() -> i32 {
    keep_freed_memory();
    let all: Vec<OsString> = std::env::args_os().collect();
    let halves = match split(all.get(1..).unwrap_or(&[])) {
        Ok(halves) => halves,
        Err(misuse) => {
            eprint!("{}", misuse.report(&program_name()));
            return 2;
        }
    };
    let mut options = Options::default();
    if !halves.own.is_empty() {
        match Options::try_parse_from(std::iter::once("anthill".into()).chain(halves.own)) {
            Ok(parsed) => options = parsed,
            Err(error) => {
                eprint!("{error}");
                return 2;
            }
        }
    }
    if let Some(text) = help::text(&options) {
        return print(&text);
    }
    if options.dump_ast || options.disassemble {
        return inspect::inspect(&options, &halves.rest);
    }
    run(&options, &halves.rest, &all)
}

/// The name that the process was started by.
pub fn program_name() -> String {
    std::env::args_os().next().map_or_else(|| "anthill".to_owned(), |name| shown(&name))
}

/// Prints a text of the command line's own; a reader that has gone away is no error.
pub fn print(text: &str) -> i32 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => 120,
        _ => 0,
    }
}

/// The bytes of a file, `-` being standard input.
///
/// # Errors
/// The exit code; the message is printed.
pub fn read_source(file: &OsStr) -> std::result::Result<Vec<u8>, i32> {
    if file == "-" {
        let mut source = Vec::new();
        return match std::io::stdin().lock().read_to_end(&mut source) {
            Ok(_) => Ok(source),
            Err(error) => {
                let text = error.to_string();
                let text = text.split(" (os error").next().unwrap_or_default();
                eprintln!("{}: can't read standard input: {text}", program_name());
                Err(1)
            }
        };
    }
    let path = Path::new(file);
    std::fs::read(path).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or(0);
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or("cannot be read");
        eprintln!("{}: can't open file '{}': [Errno {errno}] {text}", program_name(), absolute(path));
        2
    })
}

fn run(options: &Options, rest: &[OsString], all: &[OsString]) -> i32 {
    let target = target(options, rest);
    let configuration = match configure(options, &target, rest, all) {
        Ok(configuration) => configuration,
        Err(refusal) => {
            eprint!("{}", refusal.text);
            return refusal.code;
        }
    };
    let Configuration { settings, hash_key, unbuffered, memory_limit, trace_frames, import_times, startup } =
        configuration;
    let (quiet, interactive, inspected) = (settings.quiet, settings.interactive, settings.inspect);
    let warnings = !settings.warn_options.is_empty();
    let mut interpreter = match Interpreter::new(settings, hash_key) {
        Ok(interpreter) => interpreter,
        Err(text) => {
            eprint!("{text}");
            return 1;
        }
    };
    interpreter.rt.extension::<Streams>().unbuffered = unbuffered;
    interpreter.rt.heap.set_limit(memory_limit);
    interpreter.watch_interrupts();
    if options.stress {
        interpreter.rt.heap.set_stress(true);
    }
    if import_times {
        crate::import::time_imports(&mut interpreter.rt);
    }
    let prepared = prepare(&mut interpreter, warnings, trace_frames);
    let mut code = match prepared {
        Err(raised) => interpreter.outcome(Err(raised), false),
        Ok(()) => {
            let terminal = std::io::stdin().is_terminal();
            let prompted = matches!(target, Target::Input) && (terminal || interactive);
            if prompted {
                let greeting = if quiet { None } else { Some(greeting()) };
                repl::run(&mut interpreter, repl::Manner { greeting, startup, after_program: false })
            } else {
                let watch = match Watch::begin(&mut interpreter, options) {
                    Ok(watch) => watch,
                    Err(text) => {
                        eprintln!("anthill: {text}");
                        return 2;
                    }
                };
                let result = match program(&mut interpreter, options, &target) {
                    Ok(result) => result,
                    Err(code) => return code,
                };
                let recording = watch.end(&mut interpreter);
                let mut code = interpreter.outcome(result, inspected && (interactive || terminal));
                watch.report(&mut interpreter, recording);
                let wished = inspected || std::env::var_os("PYTHONINSPECT").is_some_and(|value| !value.is_empty());
                if wished && (interactive || terminal) {
                    code = repl::run(
                        &mut interpreter,
                        repl::Manner { greeting: None, startup: None, after_program: true },
                    );
                }
                code
            }
        }
    };
    code = interpreter.finish(code);
    if options.check_leaks {
        interpreter.rt.heap.set_stress(false);
        let report = interpreter.shut_down();
        let _ = interpreter.rt.extension::<Streams>().flush();
        if !report.is_clean() {
            eprintln!("{report:#?}");
            return LEAKED;
        }
        return code;
    }
    let interrupted = interpreter.interrupted;
    interpreter.shut_down_quickly();
    if interrupted {
        crate::heap::end_by_interrupt();
    }
    code
}

/// What CPython says at the first prompt.
fn greeting() -> String {
    format!(
        "{}Type \"help\", \"copyright\", \"credits\" or \"license\" for more information, %help for the microscopes.",
        help::version(true)
    )
}

/// What is done before the program: filters of warnings, tracing of allocations.
fn prepare(interpreter: &mut Interpreter, warnings: bool, trace_frames: Option<u32>) -> Result<()> {
    let rt = &mut interpreter.rt;
    if warnings {
        let name = rt.intern("warnings");
        (rt.hooks.import)(rt, &name)?;
    }
    if let Some(frames) = trace_frames {
        let name = rt.intern("tracemalloc");
        let module = (rt.hooks.import)(rt, &name)?;
        let frames = rt.new_int(frames.into())?;
        rt.call_method(&module, "start", &[frames])?;
    }
    Ok(())
}

/// Runs `-c`, `-m`, a script or standard input. An exit code where the program was not even found.
fn program(interpreter: &mut Interpreter, options: &Options, target: &Target) -> std::result::Result<Result, i32> {
    match target {
        Target::Command(command) => {
            let Some(text) = command.to_str() else {
                eprintln!("Unable to decode the command from the command line:\n{}", undecodable(command));
                return Err(1);
            };
            // For `linecache`: tracebacks and warnings show the line.
            let inputs = interpreter.rt.extension::<crate::modules::prompt::Inputs>();
            inputs.0.insert("<string>".to_owned(), text.to_owned());
            Ok(interpreter.run_text(&format!("{text}\n"), "<string>", CompileMode::Exec))
        }
        Target::Module(name) => Ok(interpreter.run_module(&shown(name))),
        Target::Container(full) => match interpreter.run_container(full) {
            Some(result) => Ok(result),
            None => {
                eprintln!("{}: can't find '__main__' module in '{full}'", program_name());
                Err(1)
            }
        },
        Target::Script(script) => {
            let mut source = read_source(script)?;
            if options.skip_first_line {
                skip_line(&mut source);
            }
            // Tracebacks and `__file__` show the whole path, `sys.argv[0]` what was typed.
            let full = absolute(Path::new(script));
            interpreter.set_main_file(&full);
            Ok(interpreter.run_source(&source, &full, CompileMode::Exec))
        }
        Target::Input => {
            let source = read_source(OsStr::new("-"))?;
            Ok(interpreter.run_source(&source, "<stdin>", CompileMode::Exec))
        }
    }
}

/// Empties the first line; the others keep their numbers.
fn skip_line(source: &mut Vec<u8>) {
    let end = memchr::memchr(b'\n', source).unwrap_or(source.len());
    source.drain(..end);
}

/// Says which character of a command is none.
fn undecodable(command: &OsStr) -> String {
    let mut at = 0;
    for chunk in command.as_encoded_bytes().utf8_chunks() {
        at += chunk.valid().chars().count();
        if let [byte, more @ ..] = chunk.invalid() {
            let what = match more.len() {
                0 => format!("character '\\udc{byte:02x}' in position {at}"),
                n => format!("characters in position {at}-{}", at + n),
            };
            return format!("UnicodeEncodeError: 'utf-8' codec can't encode {what}: surrogates not allowed");
        }
    }
    "UnicodeEncodeError".to_owned()
}
