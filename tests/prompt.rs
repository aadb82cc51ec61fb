//! The prompt, driven through a pseudo-terminal as a person would.

#![cfg(unix)]
#![allow(unsafe_code)]

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long anything may take; the tests' machines are slow and busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal with Anthill on it.
struct Terminal {
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    child: Child,
    /// What was written and not looked at yet; escapes are left out.
    text: String,
    /// The bytes as they came.
    raw: Vec<u8>,
    /// Bytes at the end that may be part of a character or escape.
    rest: Vec<u8>,
}

/// A folder of the test's own.
fn home(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("prompt").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn set_size(terminal: RawFd, columns: u16, rows: u16) {
    let size = libc::winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    // SAFETY: the call reads the size that it is given.
    unsafe { libc::ioctl(terminal, libc::TIOCSWINSZ, &size) };
}

impl Terminal {
    fn start(home: &PathBuf, arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let (mut master, mut slave) = (0, 0);
        // SAFETY: the call fills in the two descriptors, which are ours from then on.
        let failed = unsafe {
            libc::openpty(&mut master, &mut slave, std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null_mut())
        };
        assert_eq!(failed, 0, "no pseudo-terminal");
        set_size(master, 80, 24);
        // SAFETY: as above.
        let (keyboard, terminal) = unsafe { (File::from_raw_fd(master), File::from_raw_fd(slave)) };
        let mut command = Command::new(env!("CARGO_BIN_EXE_anthill"));
        command.args(arguments).current_dir(home).env_clear();
        command.env("PATH", "/usr/bin:/bin").env("TERM", "xterm").env("HOME", home).env("LC_ALL", "C.UTF-8");
        command.env("NO_COLOR", "1").envs(environment.iter().copied());
        if environment.iter().any(|(name, _)| *name == "FORCE_COLOR") {
            command.env_remove("NO_COLOR");
        }
        let copy = || terminal.try_clone().expect("descriptors can be copied");
        command.stdin(copy()).stdout(copy()).stderr(copy());
        // SAFETY: between fork and exec only system calls are made.
        unsafe {
            command.pre_exec(|| {
                libc::setsid();
                libc::ioctl(0, libc::TIOCSCTTY, 0);
                Ok(())
            });
        }
        let child = command.spawn().expect("the binary starts");
        let (sender, screen) = channel();
        let mut reader = keyboard.try_clone().expect("descriptors can be copied");
        std::thread::spawn(move || {
            let mut buffer = [0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal { keyboard, screen, child, text: String::new(), raw: Vec::new(), rest: Vec::new() }
    }

    /// A prompt without greeting.
    fn quiet(name: &str) -> Terminal {
        let mut terminal = Terminal::start(&home(name), &["-q"], &[]);
        terminal.expect(">>> ");
        terminal
    }

    fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.rest.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.rest);
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == 0x1b {
                let Some(length) = escape_length(&bytes[at..]) else { break };
                at += length;
                continue;
            }
            let end = bytes[at..].iter().position(|b| *b == 0x1b).map_or(bytes.len(), |i| at + i);
            let valid = bytes[at..end].utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
            if valid == 0 {
                break;
            }
            self.text.push_str(&String::from_utf8_lossy(&bytes[at..at + valid]).replace('\r', ""));
            at += valid;
        }
        self.rest = bytes[at..].to_vec();
    }

    /// Waits until the text appears; gives what came before it. Both are then behind us.
    fn expect(&mut self, wanted: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.text.find(wanted) {
                let before = self.text[..at].to_owned();
                self.text.drain(..at + wanted.len());
                return before;
            }
            match self.screen.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => {
                    let why = if error == RecvTimeoutError::Timeout { "in time" } else { "before the end" };
                    panic!("{wanted:?} does not come {why}; there is {:?}", self.text);
                }
            }
        }
    }

    /// Waits for a prompt that stands alone, after a command has run; gives what it printed.
    fn run(&mut self, line: &str) -> String {
        self.keys(line);
        self.keys("\r");
        // The editor ends its line before the command runs.
        let before = self.expect("\n>>> ");
        match before.split_once(&format!("{line}\n")) {
            Some((_, output)) => output.to_owned(),
            None => before.strip_suffix(line).map_or_else(|| before.clone(), |_| String::new()),
        }
    }

    fn end(mut self) -> i32 {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            // Nobody else reads what the terminal holds.
            while let Ok(bytes) = self.screen.try_recv() {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().expect("the child can be asked") {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end; there is {:?}", self.text);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Length of an escape sequence; `None` if it is not whole.
fn escape_length(bytes: &[u8]) -> Option<usize> {
    if bytes.get(1)? != &b'[' {
        return Some(2);
    }
    bytes[2..].iter().position(|b| (0x40..0x7f).contains(b)).map(|i| i + 3)
}

const UP: &str = "\x1b[A";
const LEFT: &str = "\x1b[D";
const HOME: &str = "\x1b[H";
const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";

#[test]
fn values_are_shown_and_kept() {
    let mut terminal = Terminal::quiet("values");
    assert_eq!(terminal.run("6 * 7"), "42");
    assert_eq!(terminal.run("_ + 1"), "43");
    terminal.run("x = None");
    assert_eq!(terminal.run("x"), "");
    terminal.keys("exit\r");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_greeting_names_the_version() {
    let mut terminal = Terminal::start(&home("greeting"), &[], &[]);
    let greeting = terminal.expect(">>> ");
    assert!(greeting.starts_with("Python 3.13.0 (anthill "), "{greeting}");
    terminal.keys(CTRL_D);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn blocks_are_indented_and_recalled_whole() {
    let mut terminal = Terminal::quiet("blocks");
    terminal.keys("def f(x):\r");
    terminal.expect("...     ");
    terminal.keys("return x + 1\r");
    terminal.expect("... ");
    terminal.keys("\r");
    terminal.expect("\n>>> ");
    assert_eq!(terminal.run("f(1)"), "2");
    // The call, then the whole block; its last line is changed.
    terminal.keys(UP);
    terminal.keys(UP);
    terminal.expect("return x + 1");
    terminal.keys("00\r\r");
    terminal.expect("\n>>> ");
    assert_eq!(terminal.run("f(1)"), "101");
    // Up once more, into the block's first line: the name is changed there.
    terminal.keys(UP);
    terminal.keys(UP);
    terminal.expect("return x + 100");
    terminal.keys(UP);
    terminal.keys(HOME);
    terminal.keys("\x1b[C\x1b[C\x1b[C\x1b[Cg");
    terminal.expect("gf(x)");
    terminal.keys("\x1b>");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.keys(CTRL_D);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn backspace_takes_a_level_and_joins_lines() {
    let mut terminal = Terminal::quiet("backspace");
    terminal.keys("if 1:\r");
    terminal.expect("...     ");
    terminal.keys("if 0:\r");
    terminal.expect("...         ");
    terminal.keys("1\r");
    terminal.expect("1\n...         ");
    terminal.keys("\x7felse:\r");
    terminal.expect("...     else:\n...         ");
    terminal.keys("'other'\r");
    terminal.expect("...         ");
    terminal.keys("\r");
    assert!(terminal.expect("\n>>> ").ends_with("'other'"));
    terminal.keys("(1 +\r");
    terminal.expect("\n... ");
    terminal.keys("\x7f");
    terminal.expect(">>> (1 +");
    terminal.keys(" 2)\r");
    terminal.expect("(1 + 2)\n3\n>>> ");
}

#[test]
fn strings_of_several_lines_are_one_statement() {
    let mut terminal = Terminal::quiet("strings");
    terminal.keys("'''abc\r");
    terminal.expect("... ");
    terminal.keys("def'''\r");
    terminal.expect("'abc\\ndef'\n>>> ");
}

#[test]
fn wrong_input_is_reported_at_once() {
    let mut terminal = Terminal::quiet("wrong");
    let report = terminal.run("x = = 1");
    assert!(report.contains("SyntaxError: invalid syntax"), "{report}");
    let report = terminal.run("print)");
    assert!(report.contains("SyntaxError: unmatched ')'"), "{report}");
}

#[test]
fn tracebacks_show_lines_of_earlier_inputs() {
    let mut terminal = Terminal::quiet("tracebacks");
    terminal.keys("def f(x):\r");
    terminal.expect("...     ");
    terminal.keys("return 1 / x\r\r");
    terminal.expect("\n>>> ");
    let report = terminal.run("f(0)");
    let expected = "Traceback (most recent call last):\n  File \"<python-input-1>\", line 1, in <module>\n    f(0)\n    ~^^^\n  \
                    File \"<python-input-0>\", line 2, in f\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division \
                    by zero";
    assert_eq!(report, expected);
}

#[test]
fn a_paste_of_ten_thousand_lines_is_one_input() {
    let mut terminal = Terminal::quiet("paste");
    let mut text = String::from("total = 0\n");
    for i in 0..9_998 {
        text.push_str(&format!("total += {i}\n"));
    }
    text.push_str("total");
    let start = Instant::now();
    terminal.keys(&format!("\x1b[200~{text}\x1b[201~\r"));
    terminal.expect("49975003");
    terminal.expect(">>> ");
    let taken = start.elapsed();
    println!("paste: {taken:?}");
    // The unoptimised build on a busy machine: the release build takes a twentieth of this.
    assert!(taken < Duration::from_secs(20), "{taken:?}");
}

#[test]
fn a_paste_of_several_statements_shows_the_last_value() {
    let mut terminal = Terminal::quiet("statements");
    terminal.keys("\x1b[200~def f(x):\n    if x:\n        return 'yes'\n\n    return 'no'\n\nf(0)\nf(1)\x1b[201~\r");
    terminal.expect("... f(1)\n'yes'\n>>> ");
}

#[test]
fn names_attributes_keys_and_modules_are_completed() {
    let mut terminal = Terminal::quiet("completion");
    terminal.run("class Spy: loud = property(lambda self: print('ran')); silent = 1\n");
    terminal.run("spy = Spy(); table = {'first key': 1}");
    terminal.keys("spy.si\t");
    terminal.expect("spy.silent");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    // Two candidates: both are listed, and no property has run.
    terminal.keys("spy.\t\t");
    let list = terminal.expect("silent");
    assert!(list.contains("loud") && !list.contains("ran"), "{list}");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.keys("spy.loud.x\t");
    terminal.keys(CTRL_C);
    assert!(!terminal.expect("KeyboardInterrupt\n>>> ").contains("ran"));
    terminal.keys("table['fi\t");
    terminal.expect("table['first key']");
    terminal.keys("\r");
    assert!(terminal.expect("\n>>> ").ends_with("\n1"));
    terminal.keys("import dataclas\t");
    terminal.expect("import dataclasses");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.keys("isinst\t");
    terminal.expect("isinstance");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.run("def call(first, second_parameter=2): return second_parameter\n");
    terminal.keys("call(1, second\t");
    terminal.expect("second_parameter=");
    terminal.keys("5)\r");
    assert!(terminal.expect("\n>>> ").ends_with("\n5"));
}

#[test]
fn what_stands_before_a_slash_is_no_keyword_and_loaded_submodules_are_known() {
    let mut terminal = Terminal::quiet("keywords");
    terminal.run("def call(unnamed, /, *, named_one=2): return named_one\n");
    terminal.run("unnamed_value = 1");
    terminal.keys("call(unna\t, named\t5)\r");
    assert!(terminal.expect("\n>>> ").ends_with("\n5"));
    terminal.run("import os");
    terminal.keys("import os.pa\t");
    terminal.expect("import os.path");
}

#[test]
fn names_of_library_modules_that_are_not_loaded_and_names_in_f_strings_are_completed() {
    let mut terminal = Terminal::quiet("names_of_modules");
    terminal.keys("from fractions import Fra\t");
    terminal.expect("from fractions import Fraction");
    terminal.keys("\r");
    terminal.expect("\n>>> ");
    terminal.run("import sys; some_value = 7");
    terminal.keys("f'{{a{some_v\t}{sys.maxs\t!r:>3} {{some\t'\r");
    assert!(terminal.expect("\n>>> ").ends_with(&format!("'{{a7{} {{some'", i64::MAX)));
}

#[test]
fn long_help_goes_through_the_users_pager() {
    let folder = home("pager");
    let mut terminal = Terminal::start(&folder, &["-q"], &[("PAGER", "sed s/^/paged:/")]);
    terminal.expect(">>> ");
    assert!(terminal.run("help(str)").starts_with("paged:Help on class str in module builtins:\npaged:\n"));
    assert!(terminal.run("help(len)").starts_with("Help on built-in function len"));
    assert!(terminal.run("help('nothing')").starts_with("No Python documentation found for 'nothing'."));
    drop(terminal);
    let mut terminal = Terminal::start(&folder, &["-q"], &[("PAGER", "no-such-program 2>/dev/null")]);
    terminal.expect(">>> ");
    assert!(terminal.run("help('str')").starts_with("Help on class str"));
}

#[test]
fn reports_of_commands_begin_with_what_was_typed() {
    let mut terminal = Terminal::quiet("command_reports");
    let report = terminal.run("%size missing");
    assert!(report.starts_with("Traceback (most recent call last):\n  File \"<string>\", line 1"), "{report}");
    assert!(!report.contains("prompt.py"), "{report}");
    assert!(terminal.run("%dis len").starts_with("TypeError: don't know how to disassemble"));
}

#[test]
fn a_file_runs_in_the_prompts_namespace() {
    let folder = home("run_file");
    std::fs::create_dir_all(folder.join("sub")).expect("folders can be made");
    std::fs::write(folder.join("sub/beside.py"), "value = 41\n").expect("files can be made");
    let program = "import sys, beside\nprint(__name__, __file__, sys.argv)\nfound = beside.value + 1\n";
    std::fs::write(folder.join("sub/a program.py"), program).expect("files can be made");
    let mut terminal = Terminal::start(&folder, &["-q"], &[]);
    terminal.expect(">>> ");
    let shown = terminal.run("%run 'sub/a program.py' one \"two words\" th\\ ree");
    assert_eq!(shown, "__main__ sub/a program.py ['sub/a program.py', 'one', 'two words', 'th ree']");
    assert_eq!(terminal.run("found, '__file__' in globals(), sys.path[0], sys.argv"), "(42, False, '', [''])");
    assert!(terminal.run("%run 'open").contains("ValueError: a quotation does not end"));
    assert!(terminal.run("%run missing.py").contains("No such file or directory: 'missing.py'"));
}

#[test]
fn files_are_completed_in_strings() {
    let folder = home("files");
    std::fs::write(folder.join("a long name.txt"), "").expect("files can be made");
    let mut terminal = Terminal::start(&folder, &["-q"], &[]);
    terminal.expect(">>> ");
    terminal.keys("'a lo\t");
    terminal.expect("'a long name.txt");
}

#[test]
fn a_call_shows_its_parameters() {
    let mut terminal = Terminal::quiet("hints");
    terminal.run("def area(width, height=2, *, unit='m'): return width * height\n");
    terminal.keys("area(");
    terminal.expect("width, height=2, *, unit='m')");
    terminal.keys("3,");
    terminal.expect("height=2, *, unit='m')");
    terminal.keys(" 4)\r");
    assert!(terminal.expect("\n>>> ").ends_with("\n12"));
}

#[test]
fn ctrl_c_clears_a_line_and_ends_a_loop() {
    let mut terminal = Terminal::quiet("interrupts");
    terminal.keys("half a line");
    terminal.expect("half a line");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    for endless in
        ["while True: pass\r", "10 ** 10 ** 8", "sum(iter(int, 1))", "list(iter(int, 1))", "max(iter(int, 1))"]
    {
        terminal.keys(endless);
        terminal.keys("\r");
        std::thread::sleep(Duration::from_millis(500));
        let start = Instant::now();
        terminal.keys(CTRL_C);
        let report = terminal.expect("KeyboardInterrupt\n>>> ");
        println!("{endless:?}: {:?}", start.elapsed());
        assert!(start.elapsed() < Duration::from_secs(3), "{endless:?} ends after {:?}", start.elapsed());
        assert!(report.contains("Traceback"), "{report}");
    }
    assert_eq!(terminal.run("'alive'"), "'alive'");
}

#[test]
fn ctrl_c_ends_long_native_work() {
    let mut terminal = Terminal::quiet("native work");
    terminal.run("import math, sys; sys.set_int_max_str_digits(0); big = 7 ** 3_000_000; text = '1' * 4_000_000");
    for long in [
        "10 ** 10 ** 7 % big",
        "(1 << 400_000_000) // big",
        "str(1 << 300_000_000)",
        "f'{1 << 300_000_000:,}'",
        "int(text * 20)",
        "pow(3, big, 1 << 50_000 | 1)",
        "math.gcd(big, 5 ** 3_000_000)",
        "math.isqrt(1 << 500_000_000)",
        "math.factorial(10 ** 8)",
        "while 1: sorted(list(range(1_000_000)) * 3)\r",
        "sum(range(10 ** 11))",
        "'x' in iter(int, 1)",
        "[1.5] * 2_000_000 == [1.5] * 2_000_000 and 2 in iter(int, 1)",
        "import re; re.match(r'(a|b|ab)*c', 'ab' * 3_000_000)",
        "import functools; sorted([i * 7919 % 3_000_017 for i in range(3_000_000)], key=functools.cmp_to_key(lambda a, b: a - b))",
        "compile('x = (a + b * \\n' + 'c +\\n' * 6_000_000, 'f', 'exec')",
        "import random; random.getrandbits(1 << 34)",
    ] {
        terminal.keys(long);
        terminal.keys("\r");
        std::thread::sleep(Duration::from_millis(1000));
        let start = Instant::now();
        terminal.keys(CTRL_C);
        let report = terminal.expect("KeyboardInterrupt\n>>> ");
        println!("{long:?}: {:?}", start.elapsed());
        // The unoptimised build on a busy machine: the release build needs less than 100 ms.
        assert!(start.elapsed() < Duration::from_secs(3), "{long:?} ends after {:?}", start.elapsed());
        assert!(report.contains("Traceback"), "{report}");
    }
    assert_eq!(terminal.run("'alive'"), "'alive'");
}

#[test]
fn long_profiles_give_a_sign_of_life_on_a_terminal_only() {
    let folder = home("sign of life");
    std::fs::write(folder.join("slow.py"), "import time\ntime.sleep(2.5)\nprint('done')\n").expect("a file");
    for (arguments, sign) in [
        (vec!["-m", "cProfile", "slow.py"], "anthill: profiling for 2 s"),
        (vec!["-m", "memory_profiler", "slow.py"], "anthill: measuring memory for 2 s"),
        (vec!["--lines", "lines.html", "slow.py"], "anthill: recording lines for 2 s"),
    ] {
        let mut terminal = Terminal::start(&folder, &arguments, &[]);
        terminal.expect(sign);
        terminal.expect("done");
        assert_eq!(terminal.end(), 0);
        let piped = Command::new(env!("CARGO_BIN_EXE_anthill")).args(&arguments).current_dir(&folder).output();
        let piped = piped.expect("anthill runs");
        assert!(piped.stderr.is_empty(), "{}", String::from_utf8_lossy(&piped.stderr));
    }
}

#[test]
fn history_is_kept_across_runs() {
    let folder = home("history");
    let mut first = Terminal::start(&folder, &["-q"], &[]);
    first.expect(">>> ");
    first.run("'the first run'");
    first.keys("if 1:\r2\r\r");
    first.expect("\n>>> ");
    first.keys(CTRL_D);
    assert_eq!(first.end(), 0);
    let mut second = Terminal::start(&folder, &["-q"], &[]);
    second.expect(">>> ");
    second.keys(UP);
    second.expect("if 1:\n...     2");
    second.keys(CTRL_C);
    second.expect("KeyboardInterrupt\n>>> ");
    // Ctrl-R searches.
    second.keys("\x12first");
    second.expect("'the first run'");
    second.keys("\r");
    second.expect("'the first run'\n>>> ");
    assert!(second.run("%history 2").contains("'the first run'"));
}

#[test]
fn colours_are_on_and_off() {
    let mut plain = Terminal::quiet("plain colours");
    plain.run("1 if True else 'x'");
    plain.run("1/0");
    assert!(!String::from_utf8_lossy(&plain.raw).contains("\x1b[1;"), "colours that nobody wants");
    let mut coloured = Terminal::start(&home("colours"), &["-q"], &[("FORCE_COLOR", "1")]);
    coloured.expect(">>> ");
    coloured.run("print('x') if True else 1");
    coloured.run("1/0");
    let raw = String::from_utf8_lossy(&coloured.raw).into_owned();
    for wanted in [
        "\x1b[1;35m>>> \x1b[0m",
        "\x1b[36mprint\x1b[0m",
        "\x1b[32m'x'\x1b[0m",
        "\x1b[1;34mif\x1b[0m",
        "\x1b[1;35mZeroDivisionError",
    ] {
        assert!(raw.contains(wanted), "{wanted:?} is missing in {raw:?}");
    }
}

#[test]
fn a_resize_keeps_what_was_typed() {
    let mut terminal = Terminal::quiet("resize");
    terminal.keys("'a line that needs a second row in a small window'");
    terminal.expect("small window'");
    set_size(terminal.keyboard.as_raw_fd(), 40, 10);
    // SAFETY: a signal to our own child.
    unsafe { libc::kill(terminal.child.id() as i32, libc::SIGWINCH) };
    std::thread::sleep(Duration::from_millis(200));
    terminal.keys(".upper()\r");
    terminal.expect("'A LINE THAT NEEDS A SECOND ROW IN A SMALL WINDOW'\n>>> ");
    assert_eq!(terminal.run("1 + 1"), "2");
}

#[test]
fn the_end_has_an_exit_code() {
    let mut terminal = Terminal::quiet("exit code");
    terminal.keys("raise SystemExit(7)\r");
    assert_eq!(terminal.end(), 7);
    let mut terminal = Terminal::quiet("exit function");
    terminal.keys("exit(3)\r");
    assert_eq!(terminal.end(), 3);
}

#[test]
fn startup_file_and_prompts_are_the_users() {
    let folder = home("startup");
    std::fs::write(folder.join("start.py"), "import sys\nsys.ps1 = 'in: '\nsys.ps2 = '--> '\nstarted = 5\n")
        .expect("a file");
    let mut terminal = Terminal::start(&folder, &["-q"], &[("PYTHONSTARTUP", "start.py")]);
    terminal.expect("in: ");
    terminal.keys("started + 1\r");
    terminal.expect("\n6\nin: ");
    terminal.keys("if 1:\r");
    terminal.expect("-->     ");
    terminal.keys("'inner'\r\r");
    terminal.expect("'inner'\nin: ");
}

#[test]
fn a_program_is_inspected_afterwards() {
    let folder = home("inspect");
    std::fs::write(folder.join("program.py"), "value = 20\n1/0\n").expect("a file");
    let mut terminal = Terminal::start(&folder, &["-i", "program.py"], &[]);
    assert!(terminal.expect(">>> ").contains("ZeroDivisionError"));
    assert_eq!(terminal.run("value + 1"), "21");
}

#[test]
fn hooks_of_the_user_are_called() {
    let mut terminal = Terminal::quiet("hooks");
    terminal.run("import sys");
    terminal.run("sys.displayhook = lambda value: print('shown', value)");
    assert_eq!(terminal.run("5"), "shown 5");
    terminal.run("sys.excepthook = lambda kind, value, trace: print('hooked', kind.__name__)");
    assert_eq!(terminal.run("1/0"), "hooked ZeroDivisionError");
}

#[test]
fn commands_begin_with_a_percent_sign() {
    let mut terminal = Terminal::quiet("commands");
    let help = terminal.run("%help");
    for command in
        ["%time", "%timeit", "%memit", "%prun", "%size", "%refs", "%dis", "%who", "%reset", "%run", "%history"]
    {
        assert!(help.contains(command), "{command} is missing: {help}");
    }
    terminal.run("numbers = [1, 2, 3]");
    assert!(terminal.run("%who").contains("numbers  list        [1, 2, 3]"));
    assert!(terminal.run("%time sum(numbers)").starts_with("clock: "));
    assert!(terminal.run("%memit list(range(1000))").contains("peak: "));
    assert!(terminal.run("%size numbers").starts_with("own: "));
    terminal.run("outer = [[1, 2], numbers]");
    let sizes = terminal.run("%size outer");
    let bytes = |name: &str| -> u32 {
        let at = sizes.find(name).expect("the size is named") + name.len() + 2;
        sizes[at..].split(' ').next().and_then(|number| number.parse().ok()).expect("a number of bytes")
    };
    assert!(bytes("own") < bytes("retained") && bytes("retained") < bytes("deep"), "{sizes}");
    terminal.run("del outer");
    assert!(terminal.run("%refs numbers").starts_with("references: 1"));
    terminal.run("def double(x): return x * 2\n");
    assert!(terminal.run("%lprun double(4)").contains("def double(x): return x * 2"));
    // What the command itself holds is no answer.
    let why = terminal.run("%why numbers");
    assert!(why.contains("__main__") && !why.contains("local"), "{why}");
    assert!(terminal.run("%gc").contains(" unreachable, "));
    assert_eq!(terminal.run("print('open', end='')"), "open");
    assert!(terminal.run("%dis lambda x: x + 1").contains("RETURN"));
    assert!(terminal.run("%prun sum(numbers)").contains("function calls"));
    assert!(terminal.run("%nonsense").contains("no command %nonsense"));
    assert!(terminal.run("%size").contains("usage: %size EXPRESSION"));
    assert_eq!(terminal.run("%reset"), "2 names deleted");
    terminal.keys("%hist\t");
    terminal.expect("%history");
}

#[test]
fn keys_of_vi_are_those_of_the_users_choice() {
    let folder = home("vi");
    std::fs::write(folder.join(".inputrc"), "set editing-mode vi\n").expect("a file");
    let mut terminal = Terminal::start(&folder, &["-q"], &[]);
    terminal.expect(">>> ");
    terminal.keys("'abc dfe'");
    terminal.expect("'abc dfe'");
    // To the beginning of the last word, delete its first letter, append another at the end.
    terminal.keys("\x1b");
    std::thread::sleep(Duration::from_millis(700));
    terminal.keys("bxA.upper()\r");
    terminal.expect("'ABC FE'\n>>> ");
    terminal.keys("if 1:\r'block'\r\r");
    terminal.expect("'block'\n>>> ");
    terminal.keys("\x1b");
    std::thread::sleep(Duration::from_millis(700));
    // The whole block comes back.
    terminal.keys("k");
    terminal.expect("if 1:\n...     'block'");
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    // Escape is a key of its own: Enter after it runs the input.
    terminal.keys("'last'\x1b");
    std::thread::sleep(Duration::from_millis(300));
    terminal.keys("\r");
    terminal.expect("'last'\n>>> ");
}

#[test]
fn pasted_lines_get_their_prompts() {
    let mut terminal = Terminal::quiet("pasted prompts");
    terminal.keys("\x1b[200~for i in range(2):\n    print(i)\n\nprint('end')\x1b[201~\r");
    terminal.expect(">>> for i in range(2):\n...     print(i)\n... \n... print('end')\n0\n1\nend\n>>> ");
    terminal.keys("\x1b[200~x = 1\nx + 1\x1b[201~\r");
    terminal.expect("... x + 1\n2\n>>> ");
}

#[test]
fn a_dumb_terminal_gets_plain_lines() {
    let mut terminal = Terminal::start(&home("dumb"), &["-q"], &[("TERM", "dumb")]);
    terminal.expect(">>> ");
    terminal.keys("for i in range(2):\r");
    terminal.expect("... ");
    terminal.keys("  print(i)\r");
    terminal.expect("... ");
    terminal.keys("\r");
    terminal.expect("0\n1\n>>> ");
    assert!(!terminal.raw.contains(&0x1b), "escapes on a dumb terminal");
    terminal.keys(CTRL_D);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn left_and_delete_edit_in_the_middle() {
    let mut terminal = Terminal::quiet("middle");
    terminal.keys("abc");
    terminal.keys(LEFT);
    terminal.keys("\x7f");
    terminal.keys(HOME);
    terminal.keys("'");
    terminal.keys("\x05'\r");
    terminal.expect("'ac'\n>>> ");
}

/// The sessions in `docs/repl.md`: blocks marked `text session`, compared with what a plain terminal shows.
#[test]
fn the_sessions_of_the_documentation_are_true() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/repl.md")).expect("docs/repl.md");
    let mut found = 0;
    for block in text.split("```text session\n").skip(1) {
        let session = block.split("```").next().expect("a block ends");
        found += 1;
        let mut terminal = Terminal::start(&home(&format!("session {found}")), &["-q"], &[("TERM", "dumb")]);
        terminal.expect(">>> ");
        let mut shown = String::from(">>> ");
        let inputs: Vec<&str> = session
            .lines()
            .filter_map(|l| l.strip_prefix(">>> ").or(l.strip_prefix("... ")).or((l == "...").then_some("")))
            .collect();
        for (i, input) in inputs.iter().enumerate() {
            terminal.keys(&format!("{input}\r"));
            // The next prompt is the one that the session shows.
            let next = session.lines().filter(|l| l.starts_with(">>> ") || l.starts_with("...")).nth(i + 1);
            let prompt = if next.is_some_and(|line| line.starts_with("...")) { "\n... " } else { "\n>>> " };
            shown.push_str(&terminal.expect(prompt));
            shown.push_str(prompt);
        }
        let shown: String = shown.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        let shown = shown.strip_suffix(">>>\n").unwrap_or(&shown);
        let expected: String = session.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        assert_eq!(shown, expected);
    }
    assert!(found > 0, "docs/repl.md shows no session");
}

#[test]
fn hints_of_native_calls_leave_out_what_was_given() {
    let mut terminal = Terminal::quiet("native_hints");
    terminal.keys("sorted(");
    terminal.expect("iterable, /, *, key=None, reverse=False)");
    terminal.keys("[], ");
    terminal.expect("*, key=None, reverse=False)");
    terminal.keys("reverse=True, ");
    terminal.expect("*, key=None)");
    terminal.keys("ke\t");
    terminal.expect("key=");
    terminal.keys("len)\r");
    terminal.expect("\n[]\n>>> ");
    terminal.keys("min(");
    terminal.expect("iterable, /, *others, key=None");
}

#[test]
fn what_is_typed_ahead_is_kept() {
    let mut terminal = Terminal::quiet("typed_ahead");
    let lines: String = (0..300).map(|i| format!("x{i} = {i}\r")).collect();
    terminal.keys(&lines);
    terminal.keys("x0 + x150 + x299\r");
    terminal.expect("\n449\n>>> ");
}

#[test]
fn misused_commands_tell_their_usage() {
    let mut terminal = Terminal::quiet("misused");
    for command in ["%timeit", "%timeit -n x 1", "%history x", "%who x", "%time"] {
        terminal.keys(&format!("{command}\r"));
        terminal.expect("\nusage: %");
        terminal.expect(">>> ");
    }
}

#[test]
fn methods_of_literals_have_hints() {
    let mut terminal = Terminal::quiet("literal_hints");
    for (typed, parameters) in [
        ("[].sort(", "*, key=None, reverse=False)"),
        ("'a'.center(", "width, fillchar=' ', /)"),
        ("b''.hex(", "sep"),
        ("{1, 2}.discard(", "object, /)"),
        ("{'a': 1}.get(", "key, default=None, /)"),
        ("(1, 2).index(", "value, start=0,"),
    ] {
        terminal.keys(typed);
        terminal.expect(parameters);
        terminal.keys(CTRL_C);
        terminal.expect("KeyboardInterrupt\n>>> ");
    }
}

#[test]
fn ctrl_c_clears_a_line_on_a_dumb_terminal() {
    let mut terminal = Terminal::start(&home("dumb_interrupt"), &["-q"], &[("TERM", "dumb")]);
    terminal.expect(">>> ");
    terminal.keys("half a line");
    terminal.expect("half a line");
    // The terminal itself has shown that: the interpreter may still be on its way.
    std::thread::sleep(Duration::from_millis(500));
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.keys("if 1:\r");
    terminal.expect("... ");
    std::thread::sleep(Duration::from_millis(500));
    terminal.keys(CTRL_C);
    terminal.expect("KeyboardInterrupt\n>>> ");
    terminal.keys("6 * 7\r");
    terminal.expect("42\n>>> ");
    terminal.keys(CTRL_D);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_wrong_statement_behind_a_command_is_one_error() {
    let mut terminal = Terminal::quiet("wrong_statement");
    let report = terminal.run("%time x = = 1");
    assert!(report.contains("SyntaxError: invalid syntax"), "{report}");
    assert!(!report.contains("During handling") && !report.contains("prompt.py"), "{report}");
}
