//! From options and environment to an interpreter's settings.

use super::arguments::Options;
use super::environment::Environment;
use crate::base::hash::HashKey;
use crate::base::text::codec::Codec;
use crate::modules::sys::Settings;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// All that was decided before the interpreter exists.
pub struct Configuration {
    /// For `sys` and the interpreter.
    pub settings: Settings,
    /// The key of string hashes.
    pub hash_key: HashKey,
    /// `-u`.
    pub unbuffered: bool,
    /// `-X memlimit`, in bytes.
    pub memory_limit: Option<usize>,
    /// Frames of `-X tracemalloc`.
    pub trace_frames: Option<u32>,
    /// `-X importtime`.
    pub import_times: bool,
    /// `PYTHONSTARTUP`.
    pub startup: Option<OsString>,
}

/// The program to run.
#[derive(Debug, Clone)]
pub enum Target {
    /// `-c`
    Command(OsString),
    /// `-m`
    Module(OsString),
    /// A file.
    Script(OsString),
    /// A folder or zip file with `__main__`: its absolute path.
    Container(String),
    /// Standard input or the prompt.
    Input,
}

/// Why the interpreter does not start: what to print on standard error, and the exit code.
pub struct Refusal {
    /// Text with its line end.
    pub text: String,
    /// Exit code.
    pub code: i32,
}

impl Refusal {
    /// As CPython ends when its configuration is wrong.
    fn fatal(place: &str, text: &str) -> Refusal {
        Refusal {
            text: format!("Fatal Python error: {place}: {text}\nPython runtime state: preinitialized\n\n"),
            code: 1,
        }
    }

    /// The same of the settings that come before all others.
    fn fatal_at_first(place: &str, text: &str) -> Refusal {
        Refusal {
            text: format!("Fatal Python error: {place}: {text}\nPython runtime state: preinitializing\n\n"),
            code: 1,
        }
    }
}

/// The program that the command line names.
pub fn target(options: &Options, rest: &[OsString]) -> Target {
    if let Some(command) = &options.command {
        return Target::Command(command.clone());
    }
    if let Some(module) = &options.module {
        return Target::Module(module.clone());
    }
    match rest.first() {
        Some(script) if script != "-" => {
            // No name at all is the current folder, as among the entries of `sys.path`.
            let path = Path::new(if script.is_empty() { OsStr::new(".") } else { script });
            let contains = path.is_dir() || (path.is_file() && is_archive(path));
            if contains { Target::Container(absolute(path)) } else { Target::Script(script.clone()) }
        }
        _ => Target::Input,
    }
}

/// Whether a file is a zip file; only its last bytes are looked at unless they fit.
fn is_archive(path: &Path) -> bool {
    use std::io::{Read, Seek, SeekFrom};
    let looks = || -> std::io::Result<bool> {
        let mut file = std::fs::File::open(path)?;
        let length = file.metadata()?.len();
        // The end record is 22 bytes long, and up to 65,535 of a comment.
        file.seek(SeekFrom::Start(length.saturating_sub(22 + 65_535)))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        Ok(memchr::memmem::rfind(&tail, b"PK\x05\x06").is_some())
    };
    looks().unwrap_or(false) && crate::base::archive::Archive::open(path).is_some()
}

/// The absolute path, without `.` parts, as text.
pub fn absolute(path: &Path) -> String {
    shown(std::path::absolute(path).as_deref().unwrap_or(path).as_os_str())
}

/// A text of the system for messages: bytes that are not UTF-8 as `\udc..`, as standard error shows them.
pub fn shown(text: &OsStr) -> String {
    let mut out = String::new();
    for chunk in text.as_encoded_bytes().utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            out.push_str(&format!("\\udc{byte:02x}"));
        }
    }
    out
}

/// Decides.
///
/// # Errors
/// A value that makes no sense.
pub fn configure(
    options: &Options,
    target: &Target,
    rest: &[OsString],
    all: &[OsString],
) -> Result<Configuration, Refusal> {
    let environment = Environment { ignored: options.ignore_environment || options.isolated };
    let safe_path = options.safe_path || options.isolated || environment.is_set("PYTHONSAFEPATH");
    let x_options = x_options(options);
    let x = |name: &str| x_options.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_deref());
    let dev_mode = x("dev").is_some() || environment.is_set("PYTHONDEVMODE");
    const UTF8: &str = "preconfig_init_utf8_mode";
    let locale = locale();
    let utf8_mode = match (x("utf8"), environment.text("PYTHONUTF8").as_deref()) {
        (Some(None | Some("1")), _) | (None, Some("1")) => true,
        (Some(Some("0")), _) | (None, Some("0")) => false,
        (None, None) => locale == Locale::Plain,
        (Some(_), _) => return Err(Refusal::fatal_at_first(UTF8, "invalid -X utf8 option value")),
        (None, _) => return Err(Refusal::fatal_at_first(UTF8, "invalid PYTHONUTF8 environment variable value")),
    };
    let (stream_encoding, stream_errors) = streams(&environment, utf8_mode || locale != Locale::Other)?;
    let cpu_count = match x("cpu_count").map(|value| value.map(str::to_owned)) {
        None => environment.text("PYTHON_CPU_COUNT").map(Some),
        given => given,
    };
    let cpu_count = match cpu_count.as_ref().map(|text| text.as_deref()) {
        None | Some(Some("default")) => None,
        Some(text) => match text.and_then(|text| text.parse::<i32>().ok()).filter(|count| *count > 0) {
            Some(count) => Some(count as u32),
            None => {
                let text = "-X cpu_count=n option: n is missing or an invalid number, n must be greater than 0";
                return Err(Refusal::fatal("config_init_cpu_count", text));
            }
        },
    };
    let unbuffered = options.unbuffered || environment.is_set("PYTHONUNBUFFERED");
    let bytes_warning = options.bytes_warning;
    let seed = environment.text("PYTHONHASHSEED").filter(|seed| seed != "random" && !options.random_hashes);
    let hash_key = match seed.as_deref().map(str::parse::<u32>) {
        None => HashKey::random(),
        Some(Ok(seed)) => HashKey::from_seed(seed),
        Some(Err(_)) => {
            let text = "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]";
            return Err(Refusal::fatal("config_init_hash_seed", text));
        }
    };
    let int_max_str_digits = digits(x("int_max_str_digits"), &environment)?;
    let memory_limit = match x("memlimit") {
        None => None,
        Some(text) => match text.and_then(size) {
            Some(bytes) => Some(bytes),
            None => {
                let text = format!("anthill: -X memlimit: '{}' is no size\n", text.unwrap_or(""));
                return Err(Refusal { text, code: 2 });
            }
        },
    };
    let trace_frames = match x("tracemalloc") {
        Some(frames) => Some(frames.unwrap_or("1").to_owned()),
        None => environment.text("PYTHONTRACEMALLOC").filter(|text| text != "0"),
    };
    let trace_frames = match trace_frames.as_deref().map(str::parse::<u32>) {
        None | Some(Ok(0)) => None,
        Some(Ok(frames)) if frames <= 65_535 => Some(frames),
        Some(_) => {
            let text = match x("tracemalloc") {
                Some(_) => "-X tracemalloc=NFRAME: invalid number of frames",
                None => "PYTHONTRACEMALLOC: invalid number of frames",
            };
            return Err(Refusal::fatal("config_init_tracemalloc", text));
        }
    };
    let settings = Settings {
        argv: argv(target, rest),
        original_argv: all.to_vec(),
        path: search_path(target, safe_path, &environment),
        executable: std::env::current_exe().map_or_else(|_| String::new(), |path| shown(path.as_os_str())),
        optimize: options.optimize.max(environment.level("PYTHONOPTIMIZE")),
        inspect: options.inspect || environment.is_set("PYTHONINSPECT"),
        interactive: options.inspect,
        quiet: options.quiet,
        verbose: options.verbose.max(environment.level("PYTHONVERBOSE")),
        dont_write_bytecode: options.dont_write_bytecode || environment.is_set("PYTHONDONTWRITEBYTECODE"),
        ignore_environment: environment.ignored,
        isolated: options.isolated,
        no_user_site: options.no_user_site || options.isolated || environment.is_set("PYTHONNOUSERSITE"),
        no_site: options.no_site,
        safe_path,
        bytes_warning,
        debug: options.debug > 0 || environment.level("PYTHONDEBUG") > 0,
        dev_mode,
        utf8_mode,
        warn_default_encoding: x("warn_default_encoding").is_some() || environment.is_set("PYTHONWARNDEFAULTENCODING"),
        unbuffered,
        stream_encoding,
        stream_errors,
        cpu_count,
        hash_randomization: seed.as_deref() != Some("0"),
        warn_options: warn_options(options, &environment, dev_mode, bytes_warning),
        int_max_str_digits,
        x_options: x_options.clone(),
    };
    Ok(Configuration {
        settings,
        hash_key,
        unbuffered,
        memory_limit,
        trace_frames,
        import_times: x("importtime").is_some() || environment.is_set("PYTHONPROFILEIMPORTTIME"),
        startup: environment.get("PYTHONSTARTUP"),
    })
}

/// What the locale says about text; its language does not matter here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Locale {
    /// C or POSIX: it says nothing.
    Plain,
    /// C with UTF-8.
    PlainUtf8,
    Other,
}

/// The locale of characters that the environment names, whether or not Python's variables are seen.
fn locale() -> Locale {
    let named =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match named.as_deref() {
        None | Some("C" | "POSIX") => Locale::Plain,
        Some("C.UTF-8" | "C.utf8" | "UTF-8") => Locale::PlainUtf8,
        Some(_) => Locale::Other,
    }
}

/// Encoding and error handler of standard input and output, where they are not UTF-8 and `strict`: `PYTHONIOENCODING`, and
/// `lenient` locales, in which nobody has said what bytes mean.
fn streams(environment: &Environment, lenient: bool) -> Result<(Option<String>, Option<String>), Refusal> {
    let text = environment.text("PYTHONIOENCODING").unwrap_or_default();
    let (encoding, errors) = text.split_once(':').unwrap_or((&text, ""));
    let errors = match (encoding, errors) {
        ("", "") => lenient.then(|| "surrogateescape".to_owned()),
        (_, "") => None,
        (_, errors) => Some(errors.to_owned()),
    };
    if encoding.is_empty() {
        return Ok((None, errors));
    }
    match Codec::from_name(encoding) {
        Some(Codec::Utf8) => Ok((None, errors)),
        // The name that `codecs.lookup` gives.
        Some(Codec::Latin1) => Ok((Some("iso8859-1".to_owned()), errors)),
        Some(codec) => Ok((Some(codec.name().to_owned()), errors)),
        None => {
            let text = format!(
                "Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio encoding\n\
                 Python runtime state: core initialized\nLookupError: unknown encoding: {encoding}\n"
            );
            Err(Refusal { text, code: 1 })
        }
    }
}

fn x_options(options: &Options) -> Vec<(String, Option<String>)> {
    let texts = options.x_options.iter().map(|option| option.to_string_lossy().into_owned());
    texts
        .map(|option| match option.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (option, None),
        })
        .collect()
}

/// `sys.argv`.
fn argv(target: &Target, rest: &[OsString]) -> Vec<OsString> {
    let first = match target {
        Target::Command(_) => "-c",
        Target::Module(_) => "-m",
        _ if rest.is_empty() => "",
        _ => return rest.to_vec(),
    };
    std::iter::once(first.into()).chain(rest.iter().cloned()).collect()
}

/// `sys.path`.
fn search_path(target: &Target, safe: bool, environment: &Environment) -> Vec<String> {
    let mut path = Vec::new();
    match target {
        Target::Container(full) => path.push(full.clone()),
        _ if safe => {}
        Target::Module(_) => {
            path.push(std::env::current_dir().map_or_else(|_| String::new(), |p| shown(p.as_os_str())))
        }
        Target::Script(script) => path.push(folder_of(Path::new(script))),
        Target::Command(_) | Target::Input => path.push(String::new()),
    }
    if let Some(extra) = environment.get("PYTHONPATH") {
        path.extend(std::env::split_paths(&extra).map(|entry| match entry.as_os_str().is_empty() {
            true => std::env::current_dir().map_or_else(|_| String::new(), |p| shown(p.as_os_str())),
            false => absolute(&entry),
        }));
    }
    path.push("<stdlib>".to_owned());
    path
}

/// The folder of a script, symbolic links to the script itself followed.
fn folder_of(script: &Path) -> String {
    let followed = match script.is_symlink() {
        true => script.canonicalize().unwrap_or_else(|_| script.to_owned()),
        false => script.to_owned(),
    };
    let full = std::path::absolute(&followed).unwrap_or(followed);
    full.parent().map_or_else(String::new, |folder| shown(folder.as_os_str()))
}

/// `sys.warnoptions`: what comes later decides.
fn warn_options(options: &Options, environment: &Environment, dev_mode: bool, bytes_warning: u8) -> Vec<String> {
    let mut all = Vec::new();
    if dev_mode {
        all.push("default".to_owned());
    }
    if let Some(text) = environment.text("PYTHONWARNINGS") {
        all.extend(text.split(',').filter(|part| !part.is_empty()).map(str::to_owned));
    }
    all.extend(options.warnings.iter().map(|option| option.to_string_lossy().into_owned()));
    match bytes_warning {
        0 => {}
        1 => all.push("default::BytesWarning".to_owned()),
        _ => all.push("error::BytesWarning".to_owned()),
    }
    all
}

fn digits(option: Option<Option<&str>>, environment: &Environment) -> Result<u32, Refusal> {
    const PLACE: &str = "config_init_int_max_str_digits";
    let valid = |text: &str| text.parse::<u32>().ok().filter(|n| (*n == 0 || *n >= 640) && *n <= i32::MAX as u32);
    if let Some(text) = option {
        // Nothing behind the sign of equality is no number, and CPython reads 0.
        let value = if text == Some("") { Some(0) } else { text.and_then(valid) };
        return value.ok_or_else(|| {
            Refusal::fatal(PLACE, "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.")
        });
    }
    match environment.text("PYTHONINTMAXSTRDIGITS") {
        None => Ok(4300),
        Some(text) => valid(&text).ok_or_else(|| {
            Refusal::fatal(PLACE, "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.")
        }),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("64M"), Some(64 << 20));
        assert_eq!(size("1024"), Some(1024));
        assert_eq!(size("2GiB"), Some(2 << 30));
        assert_eq!(size("x"), None);
        assert_eq!(size("99999999999999G"), None);
    }

    #[cfg(unix)]
    #[test]
    fn odd_bytes_are_shown_as_escapes() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(shown(OsStr::from_bytes(b"a\xffb")), "a\\udcffb");
    }
}
