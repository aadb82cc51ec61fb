//! Bad input that CPython answers differently, or with a crash: here it must end in an orderly way, with the outcome that
//! stands beside it. (What CPython answers properly is recorded in `tests/programs/`.)
#![cfg(unix)]

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// Runs a script with at most 4 GB of address space and five minutes; its input and arguments as given.
fn run(flags: &[&str], script: &str, input: &[u8]) -> Output {
    let mut child = Command::new("sh")
        .args(["-c", "ulimit -v 4000000; exec timeout 300 \"$0\" \"$@\"", env!("CARGO_BIN_EXE_anthill")])
        .args(flags)
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sh runs");
    let mut pipe = child.stdin.take().expect("stdin is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = pipe.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    let _ = writer.join();
    output
}

/// The script must print this and nothing else, and end well.
fn prints(script: &str, expected: &str) {
    let output = run(&[], script, b"");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{error}");
    assert_eq!(output.status.code(), Some(0), "{error}");
}

/// The script must end by itself, with exit code 0 or 1 and without a panic.
fn survives(script: &str) {
    let output = run(&[], script, b"");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {error}", output.status);
    assert!(!error.contains("panicked"), "{error}");
}

/// A script that stacks 100,000 objects upon each other with `wrap(x)`, uses the topmost and frees them all.
fn stacked(start: &str, wrap: &str, uses: &str) -> String {
    format!(
        "import types, sys\nx = {start}\nwrap = {wrap}\nfor _ in range(100_000): x = wrap(x)\n\
         for use in {uses}:\n    try: use(x)\n    except RecursionError as error: print('recursion')\n    \
         except Exception as error: print(type(error).__name__)\n    else: print('done')\ndel x\nprint('freed')\n"
    )
}

#[test]
fn absent_types_say_so() {
    let script = "
for make in (lambda: complex(), lambda: complex(1, 2), lambda: bytearray(), lambda: bytearray(5),
             lambda: memoryview(b''), lambda: type('A', (bytearray,), {})(), lambda: type('A', (complex,), {})(1)):
    try: make()
    except NotImplementedError as error: print(error)
print(isinstance(1, complex), isinstance(b'', (bytearray, memoryview)))
";
    let of = |name: &str| format!("{name} is not supported yet\n");
    let names = ["complex", "complex", "bytearray", "bytearray", "memoryview", "bytearray", "complex"];
    prints(script, &format!("{}False False\n", names.map(of).concat()));
}

#[test]
fn stacked_generators() {
    prints(&stacked("iter([1])", "lambda x: (y for y in x)", "[next]"), "recursion\nfreed\n");
    let inner = "def inner(x):\n    yield from x\n";
    let chain = stacked("iter([1])", "inner", "[next, lambda x: x.close()]");
    prints(&format!("{inner}{chain}"), "recursion\ndone\nfreed\n");
    let unused = stacked("iter([1])", "inner", "[lambda x: x.throw(KeyError)]");
    prints(&format!("{inner}{unused}"), "KeyError\nfreed\n");
}

#[test]
fn stacked_iterators() {
    for wrap in ["lambda x: map(int, x)", "zip", "enumerate", "lambda x: filter(None, x)"] {
        prints(&stacked("iter([1])", wrap, "[next, list]"), "recursion\nrecursion\nfreed\n");
    }
}

#[test]
fn stacked_callables() {
    let uses = "[lambda f: f(), hash, repr, lambda f: f == f]";
    prints(
        &stacked("len", "lambda f: types.MethodType(f, [])", uses),
        "TypeError\nrecursion\nrecursion\ndone\nfreed\n",
    );
    prints(&stacked("len", "staticmethod", "[lambda f: f([])]"), "recursion\nfreed\n");
    prints(&stacked("lambda: 0", "lambda f: lambda: f()", "[lambda f: f()]"), "recursion\nfreed\n");
}

#[test]
fn stacked_views() {
    let uses = "[len, lambda m: m[1], lambda m: 1 in m, list, repr, lambda m: m == m, hash]";
    prints(
        &stacked("{1: 2}", "types.MappingProxyType", uses),
        "recursion\nrecursion\nrecursion\nrecursion\nrecursion\nrecursion\nrecursion\nfreed\n",
    );
}

#[test]
fn stacked_types() {
    let uses = "[repr, hash, lambda t: isinstance(1, t)]";
    prints(&stacked("int", "lambda t: list[t]", uses), "recursion\nrecursion\nTypeError\nfreed\n");
    prints(&stacked("int", "lambda t: (t,)", "[lambda t: isinstance('', t)]"), "recursion\nfreed\n");
}

#[test]
fn stacked_exceptions() {
    let group = "def group(e):\n    return ExceptionGroup('g', [e])\ndef catch(g):\n    try: raise g\n    except* KeyError: pass\n";
    let uses = "[repr, lambda g: g.split(KeyError), catch]";
    let script = stacked("ValueError(1)", "group", uses);
    prints(&format!("{group}{script}"), "recursion\nrecursion\nrecursion\nfreed\n");
    survives("e = None\nfor _ in range(100_000):\n    n = ValueError()\n    n.__context__ = e\n    e = n\nraise e");
}

#[test]
fn finalisers_that_make_objects_with_finalisers() {
    let script = "class Grows:\n    def __del__(self):\n        global made\n        made += 1\n        if made < 100_000:\n            \
                  Grows()\nmade = 0\nGrows()\nprint(made)";
    // They nest up to the recursion limit, as CPython's do. The frames of a build without optimisation are so large that
    // the stack is short before: then finalisers wait their turn, and all of them run.
    prints(script, if cfg!(debug_assertions) { "100000\n" } else { "999\n" });
}

#[test]
fn a_deep_chain_of_classes() {
    let script =
        "x = object\nfor i in range(500):\n    x = type('C', (x,), {})\nprint(len(x.__mro__), hasattr(x(), 'nothing'))";
    prints(script, "501 False\n");
}

#[test]
fn too_many_locals() {
    let script = "source = 'def f():\\n' + ''.join(f'    v{i} = {i}\\n' for i in range(70_000))\ntry:\n    exec(source)\n\
                  except SyntaxError as error:\n    print(error.msg)";
    prints(script, "too many local variables or nested operands\n");
}

#[test]
fn long_chains_compile() {
    for (part, between) in [("a", " + "), ("a", "."), ("a", " and "), ("[0]", ""), ("(1)", ""), ("-1", "")] {
        survives(&format!("compile('a' + {between:?} + {between:?}.join([{part:?}] * 200_000), 'x', 'exec')"));
    }
}

#[test]
fn sources_nested_deep() {
    let parts = [
        "(",
        ")",
        "[",
        "{",
        "([{",
        "f(",
        "f(*",
        "b[",
        "-",
        "not ",
        "lambda: ",
        "1 if a else ",
        "a ** ",
        "a ** -",
        "(x := ",
        "[1 for x in ",
        "f'{",
        "f'{a:{",
        "await ",
        "yield ",
        "*",
        "**",
        "@f\n",
        "if a: ",
        "else ",
        "(a < ",
        "a, ",
        "a = ",
        "match a:\n case [",
        "\\\n",
        "'a' ",
        "\"",
        "'''",
        "#",
        "\n",
        "\t",
        ";",
        "..",
        "a.",
        "0x",
        "1e",
        "1_",
        "\\N{",
        ":",
    ];
    let script = format!(
        "for part in {parts:?}:\n    for mode in ('exec', 'eval', 'single'):\n        for rest in ('', '1', 'a:'):\n            \
         try: compile(part * 3_000 + rest, 'x', mode)\n            \
         except (SyntaxError, MemoryError, RecursionError, ValueError): pass\nprint('alive')"
    );
    prints(&script, "alive\n");
}

#[test]
fn garbage_on_stdin() {
    let mut state = 12345u64;
    for round in 0..20 {
        let mut bytes = Vec::new();
        for _ in 0..2000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let byte = (state >> 33) as u8;
            bytes.push(if round % 2 == 0 { byte } else { b" \n\t()[]{}:'\"\\#fab1.=,-+*@%"[byte as usize % 26] });
        }
        let mut child = Command::new("timeout")
            .args(["60", env!("CARGO_BIN_EXE_anthill"), "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        child.stdin.take().expect("piped").write_all(&bytes).expect("it reads all");
        let output = child.wait_with_output().expect("it ends");
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "round {round}: {error}");
        assert!(error.contains("Error: "), "round {round}: {error}");
    }
}

#[test]
fn a_closed_stdout() {
    let status = Command::new("sh")
        .args(["-c", "\"$0\" -c 'print(\"x\" * 100000)' >&-", env!("CARGO_BIN_EXE_anthill")])
        .stderr(Stdio::piped())
        .output()
        .expect("sh runs");
    assert_eq!(status.status.code(), Some(0), "{}", String::from_utf8_lossy(&status.stderr));
    let pipe = Command::new("sh")
        .args(["-c", "\"$0\" -c 'for i in range(100000): print(i)' | head -1", env!("CARGO_BIN_EXE_anthill")])
        .output()
        .expect("sh runs");
    let error = String::from_utf8_lossy(&pipe.stderr);
    assert_eq!(String::from_utf8_lossy(&pipe.stdout), "0\n");
    assert!(!error.contains("panicked") && (error.is_empty() || error.contains("BrokenPipeError")), "{error}");
}

#[test]
fn directories_and_missing_files() {
    let open = |path: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_anthill")).arg(path).output().expect("the binary runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, error) = open("/nonexistent/x.py");
    assert_eq!(code, Some(2));
    assert!(error.ends_with("can't open file '/nonexistent/x.py': [Errno 2] No such file or directory\n"), "{error}");
    let (code, error) = open("/");
    assert_eq!(code, Some(1));
    assert!(error.ends_with("can't find '__main__' module in '/'\n"), "{error}");
}

/// Sends Ctrl-C half a second into the script; exit code (through `sh`) and standard error.
fn interrupted(script: &str) -> (Option<i32>, String) {
    let mut child = Command::new("sh")
        .args(["-c", "\"$0\" -c \"$1\"; exit $?", env!("CARGO_BIN_EXE_anthill"), script])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sh runs");
    std::thread::sleep(Duration::from_millis(1500));
    let children = Command::new("pgrep").args(["-P", &child.id().to_string()]).output().expect("pgrep runs");
    let pid = String::from_utf8_lossy(&children.stdout).trim().to_owned();
    Command::new("kill").args(["-INT", &pid]).status().expect("kill runs");
    for _ in 0..600 {
        if child.try_wait().expect("a child").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let _ = child.kill();
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn ctrl_c() {
    for script in [
        "while True: pass",
        "def f():\n    while True: g()\ndef g(): pass\nf()",
        "for x in iter(int, 1): pass",
        "sum(iter(int, 1))",
        "list(map(str, iter(int, 1)))",
        "[x for x in iter(int, 1)]",
        "class A:\n    def __eq__(self, other): return False\nany(A() == x for x in iter(int, 1))",
        "x = 0\nwhile True:\n    try: x += 1\n    finally: x -= 1",
        "def g():\n    while True: yield 1\nfor x in g(): pass",
        "while True:\n    try: 1 // 0\n    except ZeroDivisionError: pass",
    ] {
        let (code, error) = interrupted(script);
        assert_eq!(code, Some(130), "{script}: {error}");
        assert!(error.trim_end().ends_with("KeyboardInterrupt"), "{script}: {error}");
    }
}

/// What takes long in one native operation: a name, what is made before, the operation.
const LONG_WORK: &[(&str, &str, &str)] = &[
    ("compiling statements", "s = 'x = a + b * (c - 1)\\n' * 600_000", "compile(s, 'f', 'exec')"),
    ("compiling an expression", "s = '[' + 'a,' * 2_000_000 + ']'", "compile(s, 'f', 'eval')"),
    ("compiling comments", "s = '# a\\n' * 20_000_000", "compile(s, 'f', 'exec')"),
    ("split at a character", "s = 'a,' * 50_000_000", "s.split(',')"),
    ("split at spaces", "s = 'ab c ' * 20_000_000", "s.split()"),
    ("split from the right", "s = 'a,' * 50_000_000", "s.rsplit(',')"),
    ("splitlines", "s = 'a\\n' * 50_000_000", "s.splitlines()"),
    ("split of bytes", "s = b'a,' * 30_000_000", "s.split(b',')"),
    ("replace", "s = 'ab' * 50_000_000", "s.replace('a', 'cc')"),
    ("count", "s = 'ab' * 100_000_000", "s.count('ab')"),
    ("rfind", "s = 'ab' * 100_000_000", "s.rfind('ba' * 20 + 'c')"),
    ("join", "x = ['ab'] * 30_000_000", "', '.join(x)"),
    ("upper", "s = 'aé' * 50_000_000", "s.upper()"),
    ("translate", "s = 'ab' * 50_000_000", "s.translate({97: 'x'})"),
    ("a repeated list", "x = [[]]", "x * 300_000_000"),
    ("a repeated tuple", "x = (0, 1, 2)", "x * 100_000_000"),
    ("a repeated string", "", "'abc' * 3_000_000_000"),
    ("a copied list", "x = [[]] * 100_000_000", "x[:]"),
    ("a copied dict", "x = dict.fromkeys(range(8_000_000))", "x.copy()"),
    ("a product", "x = (1 << 400_000_000) - 1", "x * x"),
    ("sorting", "import random\nx = [random.random() for _ in range(2_000_000)]", "x.sort(key=lambda v: -v)"),
    ("a sum", "", "sum(range(10 ** 12))"),
    ("a long needle", "x = 'ab' * 60_000_000; y = 'ab' * 20_000_000 + 'c'", "x.find(y)"),
    ("text without spaces", "x = 'a' * 500_000_000", "x.split()"),
    ("base 64", "import base64; x = bytes(200_000_000)", "base64.b64encode(x)"),
    (
        "a string in JSON",
        "import json; x = '\"' + '/n' * 20_000_000 + '\"'; x = x.replace('/', chr(92))",
        "json.loads(x)",
    ),
    ("a regular expression", "import re", "re.match('(a*)*b', 'a' * 40)"),
    (
        "a collection",
        "import gc; gc.disable(); x = [[i] for i in range(500_000)]\nfor y in x: y.append(y)\ndel x, y",
        "gc.collect()",
    ),
    (
        "a collection with weak references",
        "import gc, weakref; gc.disable()\nclass C: pass\nx = [C() for i in range(200_000)]\n\
         for y in x: y.y = y\nr = [weakref.ref(y, id) for y in x]\ndel x, y",
        "gc.collect()",
    ),
];

/// Ctrl-C in long native work: it must not be the work's end that brings the KeyboardInterrupt. The limit is generous, as
/// machines that run tests are slow; work that was done before the signal came is no failure.
#[test]
fn ctrl_c_in_long_native_work() {
    use std::io::{BufRead, BufReader, Read};
    use std::os::unix::process::ExitStatusExt;
    const LIMIT: Duration = Duration::from_secs(20);
    let mut caught = 0;
    for (name, before, work) in LONG_WORK {
        let script = format!("{before}\nprint('ready', flush=True)\n{work}\nprint('finished', flush=True)\n");
        let mut child = Command::new(env!("CARGO_BIN_EXE_anthill"))
            .args(["-c", &script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("stdout is piped"));
        let mut line = String::new();
        output.read_line(&mut line).expect("it tells that it is ready");
        assert_eq!(line, "ready\n", "{name}");
        std::thread::sleep(Duration::from_millis(30));
        let sent = std::time::Instant::now();
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
        let (mut rest, mut error) = (String::new(), String::new());
        output.read_to_string(&mut rest).expect("the rest of stdout");
        let taken = sent.elapsed();
        child.stderr.take().expect("stderr is piped").read_to_string(&mut error).expect("stderr");
        let status = child.wait().expect("it ends");
        if rest == "finished\n" {
            assert!(taken < LIMIT, "{name}: the work went on for {taken:?}");
            continue;
        }
        caught += 1;
        assert!(taken < LIMIT, "{name}: {taken:?}");
        assert_eq!(status.signal(), Some(2), "{name}: {error}");
        let expected = "Traceback (most recent call last):\n  File \"<string>\", line ";
        assert!(error.starts_with(expected) && error.ends_with("KeyboardInterrupt\n"), "{name}: {error}");
    }
    assert!(caught > LONG_WORK.len() / 2, "only {caught} were still at work when the signal came");
}
