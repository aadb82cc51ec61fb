//! Figures of the profilers: that they agree with each other, and from run to run; what happens when things go wrong.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("profilers").join(name);
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}

fn run(folder: &Path, script: &str, arguments: &[&str]) -> Output {
    std::fs::write(folder.join("script.py"), script).expect("the target folder is writable");
    Command::new(env!("CARGO_BIN_EXE_anthill"))
        .args(arguments)
        .current_dir(folder)
        .env("PYTHONHASHSEED", "0")
        .output()
        .expect("anthill runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs a script that prints `ok` if its assertions hold.
fn holds(name: &str, script: &str) {
    let output = run(&folder(name), script, &["script.py"]);
    assert_eq!(text(&output.stdout), "ok\n", "{}", text(&output.stderr));
}

const WORK: &str = "
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def numbers(n):
    for i in range(n):
        yield str(i) * 10

def work():
    kept = []
    for text in numbers(300):
        kept.append(text)
    fib(13)
    return sorted(kept, key=lambda text: -len(text))
";

#[test]
fn own_times_add_up_to_the_total() {
    let script = format!(
        "{WORK}
import cProfile
from _profiling import perf_counter
profile = cProfile.Profile()
def many():
    for _ in range(40):
        work()
# On a busy machine somebody else may run between the clocks: then once more.
for attempt in range(6):
    profile.clear()
    start = perf_counter()
    profile.runcall(many)
    elapsed = perf_counter() - start
    total = sum(entry.inlinetime for entry in profile.getstats())
    if abs(total - elapsed) <= 0.02 * elapsed:
        break
entries = profile.getstats()
total = sum(entry.inlinetime for entry in entries)
whole = max(entry.totaltime for entry in entries)
assert abs(total - whole) <= 0.02 * whole, (total, whole)
assert abs(total - elapsed) <= 0.02 * elapsed, (total, elapsed)
print('ok')
"
    );
    holds("own_times", &script);
}

#[test]
fn bytes_of_lines_add_up_to_what_the_heap_says() {
    let script = format!(
        "{WORK}
import _lines, _profiling
work()
_lines.start()
before = _profiling.heap_bytes()
kept = work()
after = _profiling.heap_bytes()
codes, paths, _, first, last = _lines.stop()
lines = [line for code in codes for line in code[3]]
net = sum(line[4] - line[5] for line in lines)
assert abs(net - (last - first)) < 200, (net, last - first)
assert abs(last - first - (after - before)) < 5000
assert sum(line[3] for line in lines) == sum(path[3] for path in paths)
assert sum(line[4] for line in lines) == sum(path[4] for path in paths)
print('ok')
"
    );
    holds("bytes", &script);
}

#[test]
fn instructions_and_bytes_are_equal_from_run_to_run() {
    let folder = folder("equal");
    let script = format!("{WORK}\nprint(len(work()))\n");
    let figures = |_| {
        let output = run(&folder, &script, &["--lines", "-", "script.py"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        // Without the columns of times.
        let report = text(&output.stdout);
        let cut = |line: &str| {
            let line: Vec<char> = line.chars().collect();
            line.iter().take(17).chain(line.iter().skip(30)).collect::<String>()
        };
        report.lines().filter(|line| !line.starts_with("Sums")).map(cut).collect::<Vec<_>>()
    };
    let runs: Vec<_> = (0..3).map(figures).collect();
    assert!(runs[0].iter().any(|line| line.contains("return n if n < 2")));
    assert_eq!(runs[0], runs[1]);
    assert_eq!(runs[0], runs[2]);
}

#[test]
fn a_script_that_raises_or_exits_keeps_its_outcome() {
    let folder = folder("raises");
    let output = run(&folder, "print('begun')\n1 / 0\n", &["--lines", "-", "--flame", "f.html", "script.py"]);
    assert_eq!(output.status.code(), Some(1));
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(out.starts_with("begun\n") && out.contains("Instructions"), "{out}");
    assert!(err.contains("ZeroDivisionError"), "{err}");
    assert!(std::fs::read_to_string(folder.join("f.html")).is_ok_and(|page| page.contains("script.py")));
    let output = run(&folder, "import sys\nsys.exit(5)\n", &["--lines", "lines.html", "script.py"]);
    assert_eq!(output.status.code(), Some(5));
    let output = run(&folder, "print('x')\n", &["--lines", "/no/such/folder/x.html", "script.py"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), "x\n"));
    assert!(text(&output.stderr).contains("could not be written"), "{}", text(&output.stderr));
    let output = run(&folder, "1 / 0", &["-m", "cProfile", "script.py"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("function calls"));
    let output = run(&folder, "print('x')\n", &["-m", "cProfile", "-o", "/no/such/folder/p", "script.py"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(1), "x\n"));
    assert!(text(&output.stderr).contains("No such file or directory"));
}

#[test]
#[cfg(unix)]
fn an_interrupted_script_keeps_its_figures() {
    use std::io::Read;
    let folder = folder("interrupted");
    std::fs::write(folder.join("script.py"), "print('begun', flush=True)\nwhile True:\n    pass\n").expect("a file");
    for (arguments, figures) in [
        (&["-m", "cProfile", "script.py"][..], "function calls"),
        (&["-m", "memory_profiler", "script.py"], ""),
        (&["--lines", "-", "script.py"], "while True:"),
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_anthill"))
            .args(arguments)
            .current_dir(&folder)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("anthill runs");
        let mut first = [0; 6];
        child.stdout.as_mut().expect("a pipe").read_exact(&mut first).expect("it begins");
        let id = child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().expect("kill runs");
        let output = child.wait_with_output().expect("it ends");
        assert!(!output.status.success());
        assert!(text(&output.stdout).contains(figures), "{arguments:?}: {}", text(&output.stdout));
        assert!(text(&output.stderr).trim_end().ends_with("KeyboardInterrupt"), "{}", text(&output.stderr));
    }
}

#[test]
fn pages_of_long_programs_stay_small() {
    let folder = folder("long");
    let mut script = String::new();
    for i in 0..5000 {
        script.push_str(&format!("def function_{i}(x):\n    y = x + {i}\n    return y * 2\n\n"));
    }
    script.push_str("total = 0\n");
    for i in 0..5000 {
        script.push_str(&format!("total += function_{i}(1)\n"));
    }
    script.push_str("for i in range(100):\n    total += i  # the hottest line\nprint(total)\n");
    let output = run(&folder, &script, &["--lines", "long.html", "--flame", "long.svg", "script.py"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let page = std::fs::read_to_string(folder.join("long.html")).expect("the page is written");
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
    assert!(page.contains("the hottest line") && page.contains(" cooler lines)"));
    assert!(!page.contains("http"), "a page stands alone");
}

#[test]
fn differences_follow_functions_that_moved() {
    let folder = folder("moved");
    std::fs::write(folder.join("a.folded"), "main (x.py:1);f (x.py:5) 100\nmain (x.py:1) 50\n").expect("a file");
    std::fs::write(folder.join("b.folded"), "main (x.py:1);f (x.py:9) 300\nmain (x.py:1) 50\n").expect("a file");
    let output = run(&folder, "", &["-m", "flamegraph", "--diff", "a.folded", "b.folded", "d.folded"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let script = "
import flamegraph
graph = flamegraph.diff(flamegraph.read('a.folded'), flamegraph.read('b.folded'))
(main,) = graph.root.children.values()
(f,) = main.children.values()
print(main.total, main.total_before, f.name, f.total, f.total_before)
";
    let output = run(&folder, script, &["script.py"]);
    assert_eq!(text(&output.stdout), "350 150 f (x.py:9) 300 100\n", "{}", text(&output.stderr));
}

#[test]
fn recursion_to_the_limit_is_recorded() {
    let folder = folder("deep");
    let script = "def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError:\n    print('deep')\n";
    for arguments in [&["--lines", "x.txt", "--flame", "x.svg", "script.py"][..], &["-m", "cProfile", "script.py"]] {
        let output = run(&folder, script, arguments);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(text(&output.stdout).starts_with("deep\n"));
    }
    assert!(std::fs::read_to_string(folder.join("x.svg")).is_ok_and(|picture| picture.contains("</svg>")));
}

#[test]
fn damaged_profiles_are_refused() {
    let folder = folder("damaged");
    for damage in [&b""[..], b"junk", b"{0", b"i\x01\0\0\0", b"\xfb\xa9\x03\x7a\x01a"] {
        std::fs::write(folder.join("bad.prof"), damage).expect("the target folder is writable");
        let output = run(&folder, "", &["-m", "flamegraph", "bad.prof", "x.html"]);
        assert_eq!(output.status.code(), Some(1), "{damage:?}");
        assert!(text(&output.stderr).starts_with("flamegraph: "), "{}", text(&output.stderr));
    }
}
