//! Truths about memory that no single program shows: the collector against a model, allocations that fail, long chains
//! freed with a small native stack, the limit on memory.

use anthill::base::hash::HashKey;
use anthill::interpreter::Interpreter;
use anthill::modules::sys::Settings;
use anthill::object::CompileMode;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use std::process::Command;

fn interpreter() -> Interpreter {
    let settings = Settings { no_site: true, ..Settings::default() };
    Interpreter::new(settings, HashKey::from_seed(0)).expect("there is memory")
}

/// Runs statements; an exception is an error with its report.
fn execute(interpreter: &mut Interpreter, source: &str) -> Result<(), String> {
    match interpreter.run_source(source.as_bytes(), "<test>", CompileMode::Exec) {
        Ok(_) => Ok(()),
        Err(raised) => {
            let exception = interpreter.rt.exception(raised);
            Err(anthill::interpreter::format_exception(&mut interpreter.rt, &exception).unwrap_or_default())
        }
    }
}

/// The value of an expression as text.
fn evaluate(interpreter: &mut Interpreter, source: &str) -> String {
    match interpreter.run_source(source.as_bytes(), "<test>", CompileMode::Eval) {
        Ok(value) => interpreter.rt.str(&value).map(|text| text.to_string()).unwrap_or_default(),
        Err(raised) => {
            let exception = interpreter.rt.exception(raised);
            anthill::interpreter::format_exception(&mut interpreter.rt, &exception).unwrap_or_default()
        }
    }
}

/// A graph of nodes: who refers to whom, who has a finaliser, whose finaliser makes it reachable again, which nodes are
/// held from outside.
#[derive(Clone, Debug)]
struct Graph {
    edges: Vec<Vec<usize>>,
    finalizer: Vec<bool>,
    comes_back: Vec<bool>,
    held: Vec<bool>,
}

fn graphs() -> impl Strategy<Value = Graph> {
    (1usize..14).prop_flat_map(|n| {
        let edges = prop::collection::vec(prop::collection::vec(0..n, 0..4), n);
        let some = |chance| prop::collection::vec(prop::bool::weighted(chance), n);
        (edges, some(0.35), some(0.4), some(0.2)).prop_map(|(edges, finalizer, comes_back, held)| Graph {
            edges,
            finalizer,
            comes_back,
            held,
        })
    })
}

/// What counting and a collector must make of a graph.
struct Model<'g> {
    graph: &'g Graph,
    alive: Vec<bool>,
    /// Whether weak references to the node are dead: those of garbage die before finalisers bring anything back.
    forgotten: Vec<bool>,
    finalized: Vec<bool>,
    roots: Vec<bool>,
}

impl Model<'_> {
    /// Frees what no reference is left to, until nothing changes.
    fn count(&mut self) {
        loop {
            let mut references: Vec<usize> = self.roots.iter().map(|&root| root as usize).collect();
            for (_, children) in self.graph.edges.iter().enumerate().filter(|(node, _)| self.alive[*node]) {
                children.iter().for_each(|&child| references[child] += 1);
            }
            let Some(node) = (0..references.len()).find(|&n| self.alive[n] && references[n] == 0) else { return };
            self.end(node);
        }
    }

    /// A node's finaliser, if it has not run; the node goes unless that brings it back.
    fn end(&mut self, node: usize) {
        if !self.finalize(node) {
            self.alive[node] = false;
            self.forgotten[node] = true;
        }
    }

    fn finalize(&mut self, node: usize) -> bool {
        if !self.graph.finalizer[node] || self.finalized[node] {
            return false;
        }
        self.finalized[node] = true;
        self.roots[node] |= self.graph.comes_back[node];
        self.graph.comes_back[node]
    }

    fn reached(&self) -> Vec<bool> {
        let mut reached = self.roots.clone();
        let mut work: Vec<usize> = (0..reached.len()).filter(|&n| reached[n]).collect();
        while let Some(node) = work.pop() {
            for &child in &self.graph.edges[node] {
                if !std::mem::replace(&mut reached[child], true) {
                    work.push(child);
                }
            }
        }
        reached
    }

    /// A collection; the number of nodes freed.
    fn collect(&mut self) -> usize {
        let reached = self.reached();
        for (node, reached) in reached.into_iter().enumerate() {
            if self.alive[node] && !reached {
                self.forgotten[node] = true;
                self.finalize(node);
            }
        }
        let reached = self.reached();
        let before = self.alive.iter().filter(|&&alive| alive).count();
        for (alive, reached) in self.alive.iter_mut().zip(reached) {
            *alive &= reached;
        }
        before - self.alive.iter().filter(|&&alive| alive).count()
    }

    fn text(&self) -> String {
        let set = |flags: &[bool]| {
            let nodes: Vec<String> = (0..flags.len()).filter(|&n| flags[n]).map(|n| n.to_string()).collect();
            format!("[{}]", nodes.join(", "))
        };
        format!("{} {}", set(&self.forgotten), set(&self.finalized))
    }
}

const GRAPHS: &str = "
import gc, weakref
gc.disable()
gc.collect()
class Node:
    def __init__(self, name):
        self.name, self.edges = name, []
class Final(Node):
    def __del__(self):
        finalized.add(self.name)
        if self.name in comes_back:
            back.append(self)
def facts(watched):
    return f'{[n for n, r in enumerate(watched) if r() is None]} {sorted(finalized)}'
def check(edges, final, returning, held):
    global finalized, back, comes_back
    finalized, back, comes_back = set(), [], returning
    nodes = [(Final if n in final else Node)(n) for n in range(len(edges))]
    for node, children in zip(nodes, edges):
        for child in children:
            node.edges.append(nodes[child])
    watched = [weakref.ref(node) for node in nodes]
    kept = [nodes[n] for n in held]
    node = nodes = None
    lines = [facts(watched)]
    found = gc.collect()
    lines.append(f'{facts(watched)} {found}')
    comes_back = ()
    kept.clear()
    back.clear()
    lines.append(facts(watched))
    found = gc.collect()
    lines.append(f'{facts(watched)} {found}')
    return chr(10).join(lines)
";

#[test]
fn collections_free_what_the_model_frees_in_10_000_random_graphs() {
    let interpreter = RefCell::new(interpreter());
    execute(&mut interpreter.borrow_mut(), GRAPHS).expect("the helpers run");
    // What exists now is left out of the 20,000 collections to come.
    execute(&mut interpreter.borrow_mut(), "gc.freeze()").expect("it works");
    let mut runner = TestRunner::new(Config { cases: 10_000, failure_persistence: None, ..Config::default() });
    let result = runner.run(&graphs(), |graph| {
        let n = graph.edges.len();
        let set = |flags: &[bool]| (0..n).filter(|&i| flags[i]).collect::<Vec<_>>();
        let call = format!(
            "check({:?}, {:?}, {:?}, {:?})",
            graph.edges,
            set(&graph.finalizer),
            set(&graph.comes_back),
            set(&graph.held)
        );
        let got = evaluate(&mut interpreter.borrow_mut(), &call);
        let none = vec![false; n];
        let mut model = Model {
            graph: &graph,
            alive: vec![true; n],
            forgotten: none.clone(),
            finalized: none.clone(),
            roots: graph.held.clone(),
        };
        let mut lines = Vec::new();
        model.count();
        lines.push(model.text());
        // A node and its list of edges are two containers.
        let freed = model.collect();
        lines.push(format!("{} {}", model.text(), 2 * freed));
        model.roots = none.clone();
        let settled = Graph { comes_back: none, ..graph.clone() };
        let mut model = Model { graph: &settled, ..model };
        model.count();
        lines.push(model.text());
        let freed = model.collect();
        lines.push(format!("{} {}", model.text(), 2 * freed));
        prop_assert_eq!(got, lines.join("\n"));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let report = interpreter.borrow_mut().shut_down();
    assert!(report.is_clean(), "{report:?}");
}

/// A mixture of what allocates: instances, containers, text, closures, generators, exceptions, classes, big numbers.
const WORK: &str = "
import gc
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f'<{self.x} {self.y}>'
def numbers(n):
    for i in range(n):
        yield i, str(i) * 3
def work(seed):
    points = [Point(i, [i] * (i % 7)) for i in range(20)]
    table = {f'k{i}{seed}': points[i % 20] for i in range(30)}
    table['all'] = points
    points.append(table)
    text = ','.join(repr(p) for p in points[:5])
    chars = {c: text.count(c) for c in set(text)}
    adders = [lambda x, n=n: x + n + seed for n in range(5)]
    total = sum(f(1) for f in adders) + (7 ** 200) // (3 ** 100 + seed)
    try:
        raise ValueError(text, *range(5))
    except ValueError as error:
        note = error.args[0].upper() + str(error)
    kind = type(f'Kind{seed}', (Point,), {'extra': list(numbers(10)), '__slots__': ('z',)})
    thing = kind(1, 2)
    thing.z = thing
    a, *rest = sorted(chars.items(), key=lambda pair: (pair[1], pair[0]))
    parts = text.encode().decode().split(',')[::-1] + [f'{total:>40}', '%s|%r' % (a, rest)]
    return len(''.join(parts)), frozenset(chars), tuple(rest), note
def attempt(seed):
    try:
        work(seed)
        return 'done'
    except MemoryError:
        return 'refused'
";

#[test]
fn a_thousand_failed_allocations_leave_no_leak() {
    let mut interpreter = interpreter();
    execute(&mut interpreter, WORK).expect("the helpers run");
    execute(&mut interpreter, "attempt(0); gc.collect(); attempt(1); gc.collect()").expect("it works");
    let mut random = 88172645463325252u64;
    let (mut refused, mut tries) = (0, 0);
    while refused < 1000 {
        tries += 1;
        assert!(tries < 4000, "allocations are refused: {refused} of {tries}");
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let code = format!("outcome = attempt({})", tries % 50);
        interpreter.rt.heap.fail_after(random % 1500);
        let result = execute(&mut interpreter, &code);
        interpreter.rt.heap.fail_after(u64::MAX);
        match result {
            // The failure may have struck while the call itself was compiled, loaded or entered.
            Err(report) => {
                assert!(report.contains("MemoryError"), "{report}");
                refused += 1;
            }
            Ok(()) => refused += (evaluate(&mut interpreter, "outcome") == "refused") as usize,
        }
        if tries % 50 == 0 {
            execute(&mut interpreter, "gc.collect()").expect("the heap is sound");
        }
    }
    execute(&mut interpreter, "assert attempt(3) == 'done'").expect("all works as before");
    let report = interpreter.shut_down();
    assert!(report.is_clean(), "{report:?}");
}

/// Runs a script with a native stack of 512 KiB; gives its output.
fn with_small_stack(script: &str) -> String {
    let output = Command::new("sh")
        .args(["-c", "ulimit -s 512; exec timeout 600 \"$0\" -c \"$1\"", env!("CARGO_BIN_EXE_anthill"), script])
        .output()
        .expect("sh runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {error}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_chain_of_ten_million_nodes_is_freed_flat() {
    let script = "class N:\n    __slots__ = ('next',)\nhead = None\nfor _ in range(10_000_000):\n    \
                  n = N()\n    n.next = head\n    head = n\ndel n\nprint('made')\ndel head\nprint('freed')\n";
    assert_eq!(with_small_stack(script), "made\nfreed\n");
}

#[test]
fn a_chain_of_ten_million_nodes_in_a_cycle_is_collected_flat() {
    let script = "import gc\ngc.disable()\nclass N:\n    __slots__ = ('next',)\nhead = first = N()\n\
                  for _ in range(2_000_000):\n    n = N()\n    n.next = head\n    head = n\nfirst.next = head\n\
                  del n, first, head\nprint(gc.collect())\n";
    assert_eq!(with_small_stack(script), "2000001\n");
}

#[test]
fn containers_nested_a_million_deep_are_freed_flat() {
    let script = "for wrap in (lambda x: [x]), (lambda x: (x,)), (lambda x: {1: x}), (lambda x: iter([x])):\n    \
                  x = None\n    for _ in range(1_000_000):\n        x = wrap(x)\n    del x\nprint('freed')\n";
    assert_eq!(with_small_stack(script), "freed\n");
}

#[test]
fn a_chain_of_a_million_generators_is_freed_flat() {
    let script = "def g(x):\n    yield x\nx = None\nfor _ in range(1_000_000):\n    x = g(x)\ndel x\nprint('fresh')\n\
                  for _ in range(1_000_000):\n    x = g(x if _ else None)\n    next(x)\ndel x\nprint('suspended')\n";
    assert_eq!(with_small_stack(script), "fresh\nsuspended\n");
}

#[test]
fn a_memory_limit_is_an_error_that_a_script_can_catch() {
    let script = "
import gc, sys
def grow(step):
    kept = []
    try:
        while True:
            kept.append(step(len(kept)))
    except MemoryError:
        return len(kept) > 1
class P:
    def __init__(self, n):
        self.n, self.me = n, self
steps = [lambda n: [n] * 1000, lambda n: str(n) * 500, lambda n: {n: (n, n)}, lambda n: bytes(5000), P, lambda n: 1 << 100000]
for round in range(2):
    for step in steps:
        assert grow(step)
        gc.collect()
try:
    [0] * 10**9
except MemoryError:
    print('too large')
try:
    'x' * (70 << 20)
except MemoryError:
    print('too long')
print(sum(len(str(i)) for i in range(1000)), sorted({3: 1, 2: 5}))
";
    let output = Command::new(env!("CARGO_BIN_EXE_anthill"))
        .args(["-X", "memlimit=64M", "--check-leaks", "-c", script])
        .output()
        .expect("it runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "too large\ntoo long\n2890 [2, 3]\n", "{error}");
    assert_eq!(output.status.code(), Some(0), "{error}");
}

/// Each block of `docs/memory-model.md` that names an example holds lines that the example prints, one after the other.
#[test]
fn the_figures_of_the_memory_model_are_what_the_examples_print() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/memory-model.md")).expect("the page exists");
    let mut blocks = 0;
    let mut parts = text.split("```text ");
    parts.next();
    for part in parts {
        let (name, rest) = part.split_once('\n').expect("a name and lines");
        let (quoted, _) = rest.split_once("\n```").expect("the block ends");
        let output = Command::new(env!("CARGO_BIN_EXE_anthill")).arg(name).current_dir(root).output().expect("it runs");
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(printed.contains(quoted), "{name} prints\n{printed}\nbut the page says\n{quoted}");
        blocks += 1;
    }
    assert!(blocks >= 5, "blocks quoted: {blocks}");
}
