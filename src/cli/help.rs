//! Help, version, completions and the manual page, all from the one definition of the options.

use super::arguments::{Options, Shell};
use super::environment::VARIABLES;
use clap::CommandFactory;
use std::fmt::Write;

/// What may stand behind `-X`. Unknown options are kept in `sys._xoptions`.
pub const X_OPTIONS: &[(&str, &str)] = &[
    ("importtime", "print on standard error how long each import takes"),
    ("int_max_str_digits=N", "how many digits an int may have when it becomes text or is read from it; 0: any number"),
    ("memlimit=SIZE", "bytes that the program's objects may take, such as 64M; then MemoryError"),
    ("tracemalloc[=N]", "trace allocations, with N frames each"),
    ("cpu_count=N", "what os.cpu_count() says; default: the number of processors"),
    ("warn_default_encoding", "warn of text files that are opened without an encoding"),
    ("dev", "show warnings that are silent otherwise"),
    ("utf8[=0|1]", "UTF-8 mode, for sys.flags; Anthill always speaks UTF-8"),
];

/// Accepted behind `-X`, without effect.
const IDLE_X_OPTIONS: &[&str] = &[
    "faulthandler",
    "frozen_modules",
    "gil",
    "no_debug_ranges",
    "perf",
    "perf_jit",
    "presite",
    "pycache_prefix",
    "showrefcount",
];

/// The text for whatever help, version, completions or manual was asked for; `None` if nothing was.
pub fn text(options: &Options) -> Option<String> {
    let mut out = String::new();
    if options.help || options.help_all {
        out.push_str(&Options::command().render_help().to_string());
    }
    if options.help_environment || options.help_all {
        separate(&mut out);
        out.push_str("Variables of the environment that change what Anthill does:\n");
        table(&mut out, VARIABLES);
    }
    if options.help_x_options || options.help_all {
        separate(&mut out);
        out.push_str("Options behind -X:\n");
        table(&mut out, X_OPTIONS);
        let _ = writeln!(out, "Accepted, without effect here: {}.", IDLE_X_OPTIONS.join(", "));
    }
    if !out.is_empty() {
        return Some(out);
    }
    if options.version > 0 {
        return Some(version(options.version > 1));
    }
    if let Some(shell) = options.completions {
        return Some(completions(shell));
    }
    options.manual.then(manual)
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

fn table(out: &mut String, rows: &[(&str, &str)]) {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, text) in rows {
        let _ = writeln!(out, "  {name:width$}  {text}");
    }
}

/// `Python 3.13.0 …`, on one line.
pub fn version(more: bool) -> String {
    let own = env!("CARGO_PKG_VERSION");
    let more = if more { format!(" [Rust] on {}", std::env::consts::OS) } else { String::new() };
    format!("Python 3.13.0 (anthill {own}){more}\n")
}

fn completions(shell: Shell) -> String {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    let mut command = clap::Command::new("anthill").disable_help_flag(true).disable_version_flag(true);
    command = command.args(Options::command().get_arguments().filter(|argument| !argument.is_hide_set()).cloned());
    if !matches!(shell, clap_complete::Shell::Bash) {
        let files = |name: &'static str| clap::Arg::new(name).value_hint(clap::ValueHint::FilePath);
        command = command.arg(files("program")).arg(files("arguments").num_args(0..));
    }
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command, "anthill", &mut out);
    String::from_utf8_lossy(&out)
        // Fish takes a bare question mark for a pattern of file names.
        .replace(" -s ? ", " -s '?' ")
        // Options where a word begins with a hyphen; everywhere else Bash completes names of files.
        .replace(" || ${COMP_CWORD} -eq 1 ]]", " ]]")
        .replace("esac\n            COMPREPLY=( $(compgen -W \"${opts}\" -- \"${cur}\") )", "esac")
}

fn manual() -> String {
    let mut out = Vec::new();
    let _ = clap_mangen::Man::new(Options::command()).render(&mut out);
    let mut text = String::from_utf8_lossy(&out).into_owned();
    text.push_str(".SH ENVIRONMENT\n");
    for (name, what) in VARIABLES {
        let _ = writeln!(text, ".TP\n.B {name}\n{what}");
    }
    text.push_str(".SH OPTIONS BEHIND \\-X\n");
    for (name, what) in X_OPTIONS {
        let _ = writeln!(text, ".TP\n.B {name}\n{what}");
    }
    text.push_str(".SH EXIT STATUS\n");
    for (code, what) in [
        ("0", "the program ended well"),
        ("1", "an exception ended it, or sys.exit with a text"),
        ("2", "the command line was wrong, or the program could not be opened"),
        ("120", "what it had printed could not be written"),
        ("130", "Ctrl-C ended it"),
    ] {
        let _ = writeln!(text, ".TP\n.B {code}\n{what}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn completions_offer_files_and_nothing_hidden() {
        for (shell, files) in [(Shell::Bash, "-F _anthill"), (Shell::Zsh, ":_files"), (Shell::Fish, "complete")] {
            let text = completions(shell);
            assert!(text.contains(files) && !text.contains("check-leaks"), "{text}");
        }
        let bash = completions(Shell::Bash);
        assert_eq!(bash.matches("compgen -W \"${opts}\"").count(), 1, "{bash}");
        assert!(bash.contains("if [[ ${cur} == -* ]]"), "{bash}");
    }

    #[test]
    fn every_kind_of_help_is_there() {
        Options::command().debug_assert();
        for (options, expected) in [
            (Options { help: true, ..Options::default() }, "anthill [OPTION]..."),
            (Options { help_environment: true, ..Options::default() }, "PYTHONHASHSEED"),
            (Options { help_x_options: true, ..Options::default() }, "importtime"),
            (Options { completions: Some(Shell::Bash), ..Options::default() }, "--help-xoptions"),
            (Options { completions: Some(Shell::Zsh), ..Options::default() }, "--help-xoptions"),
            (Options { completions: Some(Shell::Fish), ..Options::default() }, "help-xoptions"),
            (Options { completions: Some(Shell::Fish), ..Options::default() }, "-s '?'"),
            (Options { manual: true, ..Options::default() }, ".SH EXIT STATUS"),
            (Options { version: 1, ..Options::default() }, "Python 3.13"),
        ] {
            let text = text(&options).expect("there is help");
            assert!(text.contains(expected), "{expected}: {text}");
        }
        assert!(text(&Options::default()).is_none());
    }
}
