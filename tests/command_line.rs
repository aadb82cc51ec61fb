//! Command lines and CPython's answers to them: exit code, standard output, last line of standard error.
//!
//! The cases and answers lie in `tests/command_line/cases.txt`, recorded by `tests/record_command_line.py`, which says
//! how a case is written. Each runs in a fresh copy of `tests/command_line/fixture`.

#![cfg(unix)]

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

struct Case {
    title: String,
    command: String,
    answer: Vec<String>,
}

fn read_cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("# ") {
            cases.push(Case { title: title.to_owned(), command: String::new(), answer: Vec::new() });
            continue;
        }
        let case = cases.last_mut().expect("a case begins with its title");
        if !case.answer.is_empty() || line.starts_with("-> ") || line.starts_with("~ ") {
            case.answer.push(line.to_owned());
        } else {
            case.command.push_str(line);
            case.command.push('\n');
        }
    }
    cases
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder can be made");
    for entry in std::fs::read_dir(from).expect("the fixture is readable").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("files can be copied");
        }
    }
}

/// Bytes as the record shows them: odd ones and escapes of the terminal as text.
fn show(raw: &[u8]) -> String {
    let mut out = String::new();
    for chunk in raw.utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02x}"));
        }
    }
    out.replace('\x1b', "\\x1b")
}

fn answer(case: &Case, place: &Path) -> Vec<String> {
    use std::os::unix::process::ExitStatusExt;
    let program = env!("CARGO_BIN_EXE_anthill");
    let done = Command::new("/bin/sh")
        .args(["-c", case.command.trim_end_matches('\n')])
        .current_dir(place)
        .env_clear()
        .envs([("PATH", "/usr/bin:/bin"), ("LC_ALL", "C.UTF-8"), ("PY", program)])
        .env("HOME", place.parent().expect("the fixture is in a folder"))
        .stdin(Stdio::null())
        .output()
        .expect("the shell runs");
    let folder = place.to_string_lossy().into_owned();
    let clean = |raw: &[u8]| show(raw).replace(&folder, "DIR").replace(program, "PYTHON");
    let (out, err) = (clean(&done.stdout), clean(&done.stderr));
    let code = done.status.code().or_else(|| done.status.signal().map(|signal| 128 + signal)).expect("it has ended");
    let mut lines = vec![format!("-> {code}")];
    if !out.is_empty() {
        lines.extend(out.split('\n').map(|line| format!("|{line}")));
    }
    let last = err.trim_end_matches('\n').split('\n').next_back().unwrap_or_default();
    if !last.is_empty() {
        lines.push(format!("!{last}"));
    }
    lines
}

fn check(case: &Case, scratch: &Path) -> Result<(), Failed> {
    let name: String = case.title.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let folder = scratch.join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let place = folder.join("fixture");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command_line/fixture"), &place);
    let place = place.canonicalize().expect("it exists");
    let got = answer(case, &place);
    let expected: Vec<&String> = case.answer.iter().filter(|line| !line.starts_with("~ ")).collect();
    let _ = std::fs::remove_dir_all(&folder);
    if got.iter().collect::<Vec<_>>() == expected {
        return Ok(());
    }
    let expected = expected.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n");
    Err(format!("{}\n--- expected\n{expected}\n--- got\n{}", case.command, got.join("\n")).into())
}

fn main() {
    let arguments = Arguments::from_args();
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command_line/cases.txt"));
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command_line");
    let trials = read_cases(&text.expect("the cases are readable"))
        .into_iter()
        .map(|case| {
            let scratch = scratch.clone();
            Trial::test(case.title.clone(), move || check(&case, &scratch))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}
