//! Runs what the command line asks for.

use super::arguments::{Options, split};
use crate::base::hash::HashKey;
use crate::builtins::Streams;
use crate::interpreter::Interpreter;
use crate::modules::sys::Settings;
use crate::object::{ClassId, CompileMode, Result};
use clap::{CommandFactory, Parser};
use std::io::{BufRead, IsTerminal, Read, Write};

/// Exit code for a leak found by `--check-leaks`.
const LEAKED: i32 = 99;

/// Runs the `anthill` command with the process's arguments; returns the exit code.
pub fn main() -> i32 {
    let all: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let (own, rest) = split(all.get(1..).unwrap_or(&[]));
    let program = all.first().cloned().unwrap_or_else(|| "anthill".into());
    let options = match Options::try_parse_from(std::iter::once(program.clone()).chain(own)) {
        Ok(options) => options,
        Err(error) => {
            eprint!("{error}");
            return 2;
        }
    };
    if options.help {
        let _ = write!(std::io::stdout(), "{}", Options::command().render_help());
        return 0;
    }
    if options.version > 0 {
        let more = if options.version > 1 { " [Rust]" } else { "" };
        let _ = writeln!(std::io::stdout(), "Python 3.13.0 (anthill {}){more}", env!("CARGO_PKG_VERSION"));
        return 0;
    }
    if options.dump_ast || options.disassemble {
        return inspect(&options, &rest);
    }
    run(&options, &rest, &all)
}

/// `--dump-ast`, `--dis`.
fn inspect(options: &Options, rest: &[String]) -> i32 {
    let Some(file) = rest.first() else {
        eprintln!("anthill: a file is missing (- for standard input)");
        return 2;
    };
    let source = match read_source(file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let name = if file == "-" { "<stdin>" } else { file };
    match crate::interpreter::inspect(&source, name, options.dump_ast, options.attributes) {
        Ok(text) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            0
        }
        Err(report) => {
            eprint!("{report}");
            1
        }
    }
}

fn read_source(file: &str) -> std::result::Result<Vec<u8>, i32> {
    if file == "-" {
        let mut source = Vec::new();
        return match std::io::stdin().lock().read_to_end(&mut source) {
            Ok(_) => Ok(source),
            Err(error) => {
                eprintln!("anthill: can't read standard input: {error}");
                Err(2)
            }
        };
    }
    std::fs::read(file).map_err(|error| {
        let program = std::env::args().next().unwrap_or_else(|| "anthill".into());
        let errno = error.raw_os_error().unwrap_or(0);
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or("cannot be read").to_owned();
        if errno == libc::EISDIR {
            eprintln!("{program}: can't find '__main__' module in '{file}'");
            return 1;
        }
        eprintln!("{program}: can't open file '{}': [Errno {errno}] {text}", absolute(file));
        2
    })
}

fn absolute(file: &str) -> String {
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |p| p.to_string_lossy().into_owned())
}

/// Bytes of a size like `64M`.
fn size(text: &str) -> Option<usize> {
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: usize = text[..split].parse().ok()?;
    let unit = match &text[split..] {
        "" | "B" => 1,
        "k" | "K" | "KiB" => 1 << 10,
        "m" | "M" | "MiB" => 1 << 20,
        "g" | "G" | "GiB" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(unit)
}

fn run(options: &Options, rest: &[String], all: &[String]) -> i32 {
    let (argv, path) = if options.command.is_some() {
        let mut argv = vec!["-c".to_owned()];
        argv.extend_from_slice(rest);
        (argv, String::new())
    } else if options.module.is_some() {
        let mut argv = vec!["-m".to_owned()];
        argv.extend_from_slice(rest);
        (argv, std::env::current_dir().map_or_else(|_| String::new(), |p| p.to_string_lossy().into_owned()))
    } else {
        let argv = if rest.is_empty() { vec![String::new()] } else { rest.to_vec() };
        let path = match rest.first() {
            Some(script) if script != "-" => {
                let script = absolute(script);
                std::path::Path::new(&script).parent().map_or_else(String::new, |p| p.to_string_lossy().into_owned())
            }
            _ => String::new(),
        };
        (argv, path)
    };
    let seed = std::env::var("PYTHONHASHSEED").ok().filter(|s| !s.is_empty() && s != "random");
    let hash_key = match seed.as_deref().map(str::parse::<u32>) {
        None => HashKey::random(),
        Some(Ok(seed)) => HashKey::from_seed(seed),
        Some(Err(_)) => {
            eprintln!(
                "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]"
            );
            return 1;
        }
    };
    let mut search = vec![path];
    if let Ok(extra) = std::env::var("PYTHONPATH") {
        search
            .extend(std::env::split_paths(&extra).map(|p| p.to_string_lossy().into_owned()).filter(|p| !p.is_empty()));
    }
    search.push("<stdlib>".to_owned());
    let executable = std::env::current_exe().map_or_else(|_| String::new(), |p| p.to_string_lossy().into_owned());
    let settings = Settings {
        argv,
        original_argv: all.to_vec(),
        path: search,
        executable,
        optimize: options.optimize.min(2),
        inspect: options.inspect,
        quiet: options.quiet,
        hash_randomization: seed.as_deref() != Some("0"),
        x_options: options
            .x_options
            .iter()
            .map(|o| match o.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (o.clone(), None),
            })
            .collect(),
        int_max_str_digits: 4300,
        ..Settings::default()
    };
    let limit = match settings.x_options.iter().find(|(name, _)| name == "memlimit") {
        Some((_, Some(text))) => match size(text) {
            Some(bytes) => Some(bytes),
            None => {
                eprintln!("anthill: -X memlimit: '{text}' is no size");
                return 2;
            }
        },
        _ => None,
    };
    let mut interpreter = match Interpreter::new(settings, hash_key) {
        Ok(interpreter) => interpreter,
        Err(text) => {
            eprint!("{text}");
            return 1;
        }
    };
    interpreter.rt.extension::<Streams>().unbuffered = options.unbuffered;
    interpreter.rt.heap.set_limit(limit);
    interpreter.watch_interrupts();
    if options.stress {
        interpreter.rt.heap.set_stress(true);
    }
    let result = match program(&mut interpreter, options, rest) {
        Ok(result) => result,
        Err(code) => return code,
    };
    let mut code = interpreter.finish(result);
    if options.inspect {
        code = crate::cli::run::prompt(&mut interpreter);
    }
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
    interpreter.shut_down_quickly();
    code
}

/// Runs `-c`, `-m`, a script, standard input or the prompt.
fn program(interpreter: &mut Interpreter, options: &Options, rest: &[String]) -> std::result::Result<Result, i32> {
    if let Some(command) = &options.command {
        let mut source = command.clone().into_bytes();
        source.push(b'\n');
        return Ok(interpreter.run_source(&source, "<string>", CompileMode::Exec));
    }
    if let Some(module) = &options.module {
        return Ok(interpreter.run_module(module));
    }
    match rest.first().map(String::as_str) {
        Some(script) if script != "-" => {
            let script = match std::path::Path::new(script).is_dir() {
                true => format!("{}/__main__.py", script.trim_end_matches('/')),
                false => script.to_owned(),
            };
            if !std::path::Path::new(&script).exists() && script.ends_with("/__main__.py") {
                let program = std::env::args().next().unwrap_or_else(|| "anthill".into());
                let folder = script.trim_end_matches("/__main__.py");
                eprintln!("{program}: can't find '__main__' module in '{}'", absolute(folder));
                return Err(1);
            }
            let source = read_source(&script)?;
            // Tracebacks and `__file__` show the whole path, `sys.argv[0]` what was typed.
            let full = absolute(&script);
            interpreter.set_main_file(&full);
            Ok(interpreter.run_source(&source, &full, CompileMode::Exec))
        }
        _ if std::io::stdin().is_terminal() => Err(prompt(interpreter)),
        _ => {
            let source = read_source("-")?;
            Ok(interpreter.run_source(&source, "<stdin>", CompileMode::Exec))
        }
    }
}

/// A plain read-eval loop: lines are read until they make a whole statement.
pub(crate) fn prompt(interpreter: &mut Interpreter) -> i32 {
    let version = env!("CARGO_PKG_VERSION");
    println!("Python 3.13.0 (anthill {version})\nType \"exit()\" or press Ctrl-D to leave.");
    let mut text = String::new();
    loop {
        print!("{}", if text.is_empty() { ">>> " } else { "... " });
        let _ = std::io::stdout().flush();
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => {
                println!();
                return 0;
            }
            Ok(_) => text.push_str(&line),
        }
        let blank = line.trim().is_empty();
        if text.trim().is_empty() {
            text.clear();
            continue;
        }
        let block = text.lines().count() > 1 || text.trim_end().ends_with(':') || text.starts_with('@');
        if anthill_grammar::is_incomplete(&text) || (block && !blank) {
            continue;
        }
        let result = interpreter.run_source(text.as_bytes(), "<stdin>", CompileMode::Single);
        text.clear();
        let _ = interpreter.rt.extension::<Streams>().flush();
        if let Err(raised) = result {
            if interpreter.rt.is_raised(&raised, ClassId::SystemExit) {
                return interpreter.finish(Err(raised));
            }
            let exception = interpreter.rt.exception(raised);
            crate::interpreter::print_exception(&mut interpreter.rt, &exception);
        }
    }
}
