//! What the command line says.

use clap::{ArgAction, Parser};

/// A small, fast Python 3.13 whose memory and time can be watched at work.
#[derive(Parser, Debug, Default, Clone)]
#[command(name = "anthill", disable_version_flag = true, disable_help_flag = true)]
pub struct Options {
    /// Program passed in as string (terminates option list).
    #[arg(short = 'c', value_name = "CODE")]
    pub command: Option<String>,
    /// Run library module as a script (terminates option list).
    #[arg(short = 'm', value_name = "MODULE")]
    pub module: Option<String>,
    /// Inspect interactively after running the script.
    #[arg(short = 'i', action = ArgAction::SetTrue)]
    pub inspect: bool,
    /// Remove assert and __debug__-dependent statements; -OO also removes docstrings.
    #[arg(short = 'O', action = ArgAction::Count)]
    pub optimize: u8,
    /// Do not print the version on interactive start.
    #[arg(short = 'q', action = ArgAction::SetTrue)]
    pub quiet: bool,
    /// Force the standard streams to be unbuffered.
    #[arg(short = 'u', action = ArgAction::SetTrue)]
    pub unbuffered: bool,
    /// Print the version and exit; twice for more.
    #[arg(short = 'V', long = "version", action = ArgAction::Count)]
    pub version: u8,
    /// Print this help and exit.
    #[arg(short = 'h', long = "help", action = ArgAction::SetTrue)]
    pub help: bool,
    /// Print the bytecode of FILE instead of running it.
    #[arg(long = "dis", action = ArgAction::SetTrue)]
    pub disassemble: bool,
    /// Print the syntax tree of FILE, as ast.dump does, instead of running it.
    #[arg(long = "dump-ast", action = ArgAction::SetTrue)]
    pub dump_ast: bool,
    /// With --dump-ast: positions too.
    #[arg(long = "attributes", action = ArgAction::SetTrue)]
    pub attributes: bool,
    /// Collect garbage at every allocation of a container (for tests).
    #[arg(long = "stress", action = ArgAction::SetTrue, hide = true)]
    pub stress: bool,
    /// Check at exit that nothing leaked; exit code 99 if something did (for tests).
    #[arg(long = "check-leaks", action = ArgAction::SetTrue, hide = true)]
    pub check_leaks: bool,
    /// Implementation-specific option, e.g. memlimit=64M.
    #[arg(short = 'X', value_name = "OPTION", action = ArgAction::Append)]
    pub x_options: Vec<String>,
    /// The script (- for standard input) and its arguments.
    #[arg(value_name = "FILE", trailing_var_arg = true, allow_hyphen_values = true)]
    pub rest: Vec<String>,
}

/// Options that take a value: what follows them is not the script.
const VALUED: &[char] = &['c', 'm', 'X', 'W'];

/// Splits the arguments where the interpreter's options end, as getopt does: everything after the script, `-c CODE` or
/// `-m MODULE` belongs to the script untouched.
pub fn split(arguments: &[String]) -> (Vec<String>, Vec<String>) {
    let mut at = 0;
    while at < arguments.len() {
        let argument = &arguments[at];
        if argument == "-" || !argument.starts_with('-') {
            break;
        }
        at += 1;
        if argument == "--" {
            break;
        }
        if argument.starts_with("--") {
            continue;
        }
        for (i, letter) in argument[1..].char_indices() {
            if !VALUED.contains(&letter) {
                continue;
            }
            let inline = i + 1 + letter.len_utf8() < argument.len();
            if !inline {
                at += 1;
            }
            if matches!(letter, 'c' | 'm') {
                let at = at.min(arguments.len());
                return (arguments[..at].to_vec(), arguments[at..].to_vec());
            }
            break;
        }
    }
    let at = at.min(arguments.len());
    (arguments[..at].to_vec(), arguments[at..].to_vec())
}

#[cfg(test)]
mod tests {
    use super::split;

    fn cut(words: &str) -> (usize, usize) {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let (own, rest) = split(&words);
        (own.len(), rest.len())
    }

    #[test]
    fn options_end_where_the_script_begins() {
        assert_eq!(cut("-O x.py -O"), (1, 2));
        assert_eq!(cut("-c pass -x"), (2, 1));
        assert_eq!(cut("-cpass -x"), (1, 1));
        assert_eq!(cut("-X a x.py"), (2, 1));
        assert_eq!(cut("-uOm mod -m"), (2, 1));
        assert_eq!(cut("-"), (0, 1));
    }
}
