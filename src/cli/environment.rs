//! The variables of the environment that Anthill reads: one table for reading them and for `--help-env`.

use std::ffi::OsString;

/// The variables and what they do.
pub const VARIABLES: &[(&str, &str)] = &[
    ("PYTHONPATH", "folders and zip files put in front of the module search path"),
    ("PYTHONSTARTUP", "a file that is run before the first prompt"),
    ("PYTHONOPTIMIZE", "as -O, or a number for that many"),
    ("PYTHONWARNINGS", "filters for warnings, separated by commas, as -W"),
    ("PYTHONINSPECT", "as -i; a program may set it while it runs"),
    ("PYTHONUNBUFFERED", "as -u"),
    ("PYTHONIOENCODING", "ENCODING[:ERRORS] of standard input, output and error"),
    ("PYTHONWARNDEFAULTENCODING", "as -X warn_default_encoding"),
    ("PYTHON_CPU_COUNT", "as -X cpu_count"),
    (
        "LC_ALL",
        "before LC_CTYPE and LANG the locale; in C, POSIX, C.UTF-8 any bytes pass through standard input and output",
    ),
    ("PYTHONVERBOSE", "as -v, or a number for that many"),
    ("PYTHONSAFEPATH", "as -P"),
    ("PYTHONDEVMODE", "as -X dev"),
    ("PYTHONHASHSEED", "a number (0 to 4294967295) that hashes of str and bytes begin with, or random"),
    ("PYTHONINTMAXSTRDIGITS", "as -X int_max_str_digits"),
    ("PYTHONPROFILEIMPORTTIME", "as -X importtime"),
    ("PYTHONTRACEMALLOC", "as -X tracemalloc"),
    ("PYTHONUTF8", "as -X utf8 (Anthill always speaks UTF-8)"),
    ("PYTHON_COLORS", "1 for colours, 0 for none; before it is asked, NO_COLOR and FORCE_COLOR"),
    ("PYTHON_HISTORY", "the file of the prompt's history"),
    ("PYTHONDONTWRITEBYTECODE", "as -B"),
    ("PYTHONNOUSERSITE", "as -s"),
    ("PYTHONDEBUG", "as -d"),
];

/// The environment as the options let it be seen.
pub struct Environment {
    /// `-E` or `-I`: nothing is seen.
    pub ignored: bool,
}

impl Environment {
    /// A variable's value, if it is set, not empty and may be seen. The name must stand in the table.
    pub fn get(&self, name: &str) -> Option<OsString> {
        debug_assert!(VARIABLES.iter().any(|(known, _)| *known == name), "{name} is not in the table");
        if self.ignored { None } else { std::env::var_os(name).filter(|value| !value.is_empty()) }
    }

    /// A variable's value as text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(|value| value.to_string_lossy().into_owned())
    }

    /// Whether a variable is set.
    pub fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A variable as a level: its number, 1 for any other text, 0 if it is not set.
    pub fn level(&self, name: &str) -> u8 {
        match self.text(name) {
            None => 0,
            Some(text) => text.trim().parse::<i64>().ok().filter(|n| *n >= 0).map_or(1, |n| n.min(255) as u8),
        }
    }
}
