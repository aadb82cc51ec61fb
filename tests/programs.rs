//! Runs every sample program of `tests/programs/` and every program of `examples/` that has an expected output: plain,
//! under stress (a collection at every allocation of a container) with the leak check at exit, and with that check alone.
//!
//! Expectations stand beside the program: `.out` is its standard output, `.err` (if there is one) its standard error,
//! both recorded from CPython 3.13 by `tests/record.py`; `.status` is its exit code if that is above 1, `.in` its standard
//! input. A first line `# runs: plain` limits the runs; the reason stands
//! behind it.

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// No sample program may take longer than this in any run.
const LIMIT: Duration = Duration::from_secs(120);

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut programs = Vec::new();
    for folder in ["tests/programs", "examples"] {
        let mut found = Vec::new();
        collect(&root.join(folder), &mut found);
        found.sort();
        programs.extend(found.into_iter().map(|program| (root.join(folder), program)));
    }
    let mut trials = Vec::new();
    for (folder, program) in programs {
        let name = program.strip_prefix(root).unwrap_or(&program).with_extension("").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&program).unwrap_or_default();
        let only = text.lines().next().and_then(|line| line.strip_prefix("# runs: ")).unwrap_or("plain stress leaks");
        for (run, flags) in
            [("plain", &[][..]), ("stress", &["--stress", "--check-leaks"][..]), ("leaks", &["--check-leaks"][..])]
        {
            if !only.split_whitespace().any(|word| word.trim_end_matches([',', ';', ':']) == run) {
                continue;
            }
            let (folder, program) = (folder.clone(), program.clone());
            trials.push(Trial::test(format!("{name}::{run}"), move || check(&folder, &program, flags)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, programs: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // Folders whose name begins with an underscore hold modules that programs import.
            if !name.starts_with('_') {
                collect(&path, programs);
            }
        } else if path.extension().is_some_and(|e| e == "py") && path.with_extension("out").is_file() {
            programs.push(path);
        }
    }
}

/// Runs the program in `folder` under its relative path, as the recorder does, so that tracebacks show the same names.
fn check(folder: &Path, program: &Path, flags: &[&str]) -> Result<(), Failed> {
    let file = program.strip_prefix(folder)?;
    let input = match std::fs::File::open(program.with_extension("in")) {
        Ok(file) => Stdio::from(file),
        Err(_) => Stdio::null(),
    };
    let read = |extension: &str| std::fs::read_to_string(program.with_extension(extension)).ok();
    let mut child = Command::new(env!("CARGO_BIN_EXE_anthill"))
        .args(flags)
        .arg(file)
        .current_dir(folder)
        .env("PYTHONHASHSEED", "0")
        .env("NO_COLOR", "1")
        .env("LANG", "C.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_CTYPE")
        .env_remove("PYTHONUNBUFFERED")
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut stdout = child.stdout.take().ok_or("stdout is piped")?;
    let mut stderr = child.stderr.take().ok_or("stderr is piped")?;
    let out = std::thread::spawn(move || drain(&mut stdout));
    let err = std::thread::spawn(move || drain(&mut stderr));
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            return Err("takes too long".into());
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let out = out.join().map_err(|_| "reader failed")?;
    let err = err.join().map_err(|_| "reader failed")?;
    // Tracebacks show whole paths; the records are free of this machine's.
    let prefix = format!("{}/", folder.display());
    let (out, err) = (out.replace(&prefix, ""), err.replace(&prefix, ""));
    let expected_err = read("err");
    let expected_code = read("status").and_then(|code| code.trim().parse().ok()).unwrap_or(1);
    if let Some(difference) = difference("stdout", &read("out").unwrap_or_default(), &out) {
        return Err(format!("{difference}\n{status}, stderr:\n{err}").into());
    }
    match &expected_err {
        Some(expected) => {
            if let Some(difference) = difference("stderr", expected, &err) {
                return Err(difference.into());
            }
            if status.code() != Some(expected_code) {
                return Err(format!("exit code {expected_code} expected, got {status}").into());
            }
        }
        None if !status.success() => return Err(format!("{status}, stderr:\n{err}").into()),
        None => {}
    }
    Ok(())
}

fn drain(stream: &mut impl std::io::Read) -> String {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The first differing line, if there is one.
fn difference(what: &str, expected: &str, got: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let (mut a, mut b) = (expected.lines(), got.lines());
    let mut number = 1;
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Some(format!("{what} differs in line ends")),
            (x, y) if x == y => number += 1,
            (x, y) => {
                let show = |line: Option<&str>| line.map_or("nothing more".to_owned(), |l| format!("{l:?}"));
                return Some(format!("{what} line {number}: expected {}, got {}", show(x), show(y)));
            }
        }
    }
}
