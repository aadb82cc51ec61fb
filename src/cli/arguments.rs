//! What the command line may say: the one definition behind parsing, help, completions and the man page.

use clap::{ArgAction, Parser, ValueEnum};
use std::ffi::OsString;

const RUN: &str = "What to run";
const HOW: &str = "How to run it";
const GLASS: &str = "Microscopes";
const ABOUT: &str = "About Anthill";
const IDLE: &str = "Accepted, without effect here";

/// A small, fast Python 3.13 whose memory and time can be watched at work.
#[derive(Parser, Debug, Default, Clone)]
#[command(
    name = "anthill",
    disable_version_flag = true,
    disable_help_flag = true,
    args_override_self = true,
    override_usage = "anthill [OPTION]... [-c CODE | -m MODULE | FILE | FOLDER | ZIP | -] [ARGUMENT]...",
    after_help = "Without a program Anthill reads statements at a prompt, or a program from standard input if that is no \
                  terminal.\nEverything behind the program's name belongs to the program."
)]
pub struct Options {
    /// Program passed in as text (ends the list of options).
    #[arg(short = 'c', value_name = "CODE", allow_hyphen_values = true, help_heading = RUN)]
    pub command: Option<OsString>,
    /// Run a module or package as the main program (ends the list of options).
    #[arg(short = 'm', value_name = "MODULE", allow_hyphen_values = true, help_heading = RUN)]
    pub module: Option<OsString>,
    /// Go on at the prompt after the program; a prompt even if standard input is no terminal.
    #[arg(short = 'i', help_heading = RUN)]
    pub inspect: bool,
    /// Write what each source line costs (hits, time, instructions, bytes) to a page of HTML, or as text to -.
    #[arg(long = "lines", value_name = "FILE", help_heading = GLASS)]
    pub lines: Option<OsString>,
    /// With --lines: only these functions, with commas between.
    #[arg(long = "lines-of", value_name = "NAMES", help_heading = GLASS)]
    pub lines_of: Option<OsString>,
    /// Write a flame graph: .svg, .html, .folded or .json (speedscope), by the file's ending.
    #[arg(long = "flame", value_name = "FILE", help_heading = GLASS)]
    pub flame: Option<OsString>,
    /// With --flame: time (the default), instructions or bytes.
    #[arg(long = "flame-metric", value_name = "WHAT", help_heading = GLASS)]
    pub flame_metric: Option<OsString>,
    /// Write what lives on the heap at the end: a page of HTML, or as text to -.
    #[arg(long = "heap-report", value_name = "FILE", help_heading = GLASS)]
    pub heap_report: Option<OsString>,
    /// Skip the first line of the source.
    #[arg(short = 'x', help_heading = RUN)]
    pub skip_first_line: bool,

    /// Remove assert and code that depends on __debug__; twice: docstrings too.
    #[arg(short = 'O', action = ArgAction::Count, help_heading = HOW)]
    pub optimize: u8,
    /// A filter for warnings: action:message:category:module:line.
    #[arg(short = 'W', value_name = "FILTER", action = ArgAction::Append, allow_hyphen_values = true, help_heading = HOW)]
    pub warnings: Vec<OsString>,
    /// Warn of str(bytes) and of comparisons of bytes with str; twice: an error.
    #[arg(short = 'b', action = ArgAction::Count, help_heading = HOW)]
    pub bytes_warning: u8,
    /// An option of the implementation, see --help-xoptions.
    #[arg(short = 'X', value_name = "OPTION", action = ArgAction::Append, allow_hyphen_values = true, help_heading = HOW)]
    pub x_options: Vec<OsString>,
    /// Ignore the environment's PYTHON* variables.
    #[arg(short = 'E', help_heading = HOW)]
    pub ignore_environment: bool,
    /// Keep to itself: as -E, -P and -s together.
    #[arg(short = 'I', help_heading = HOW)]
    pub isolated: bool,
    /// Do not put the program's folder in front of sys.path.
    #[arg(short = 'P', help_heading = HOW)]
    pub safe_path: bool,
    /// Write what is printed at once.
    #[arg(short = 'u', help_heading = HOW)]
    pub unbuffered: bool,
    /// Say on standard error what is imported, and from where.
    #[arg(short = 'v', action = ArgAction::Count, help_heading = HOW)]
    pub verbose: u8,
    /// No exit, quit, copyright, credits and license among the builtins.
    #[arg(short = 'S', help_heading = HOW)]
    pub no_site: bool,
    /// No greeting at the prompt.
    #[arg(short = 'q', help_heading = HOW)]
    pub quiet: bool,
    /// Print the bytecode of FILE instead of running it.
    #[arg(long = "dis", help_heading = GLASS)]
    pub disassemble: bool,
    /// Print the syntax tree of FILE, as ast.dump does, instead of running it.
    #[arg(long = "dump-ast", help_heading = GLASS)]
    pub dump_ast: bool,
    /// With --dump-ast: positions too.
    #[arg(long = "attributes", help_heading = GLASS)]
    pub attributes: bool,

    /// Print this help and exit.
    #[arg(short = 'h', long = "help", visible_short_alias = '?', help_heading = ABOUT)]
    pub help: bool,
    /// Print help on the variables of the environment and exit.
    #[arg(long = "help-env", help_heading = ABOUT)]
    pub help_environment: bool,
    /// Print help on the options behind -X and exit.
    #[arg(long = "help-xoptions", help_heading = ABOUT)]
    pub help_x_options: bool,
    /// Print all help and exit.
    #[arg(long = "help-all", help_heading = ABOUT)]
    pub help_all: bool,
    /// Print the version and exit; twice: more of it.
    #[arg(short = 'V', long = "version", action = ArgAction::Count, help_heading = ABOUT)]
    pub version: u8,
    /// Print completions for a shell and exit.
    #[arg(long = "completions", value_name = "SHELL", help_heading = ABOUT)]
    pub completions: Option<Shell>,
    /// Print the manual page and exit.
    #[arg(long = "man", help_heading = ABOUT)]
    pub manual: bool,

    /// Write no .pyc files (Anthill never does).
    #[arg(short = 'B', help_heading = IDLE)]
    pub dont_write_bytecode: bool,
    /// Debug the parser.
    #[arg(short = 'd', action = ArgAction::Count, help_heading = IDLE)]
    pub debug: u8,
    /// No user's site folder (there is none).
    #[arg(short = 's', help_heading = IDLE)]
    pub no_user_site: bool,
    /// Random hashes whatever PYTHONHASHSEED says.
    #[arg(short = 'R', help_heading = HOW)]
    pub random_hashes: bool,
    /// How .pyc files are checked (there are none).
    #[arg(long = "check-hash-based-pycs", value_name = "MODE", help_heading = IDLE)]
    pub check_pycs: Option<OsString>,

    /// Collect garbage at every allocation of a container (for tests).
    #[arg(long = "stress", hide = true)]
    pub stress: bool,
    /// Check at exit that nothing leaked; exit code 99 if something did (for tests).
    #[arg(long = "check-leaks", hide = true)]
    pub check_leaks: bool,
}

/// A shell that completions can be written for.
#[derive(ValueEnum, Debug, Clone, Copy)]
pub enum Shell {
    /// Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
}
