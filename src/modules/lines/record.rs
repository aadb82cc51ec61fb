//! The observer behind the line view, memory tables and flame graphs.
//!
//! What happens between two instructions belongs to the line of the first: the bytes by which the use of the heap rose
//! and fell, and the time, for which the clock is read where the line changes. The sums over all lines are therefore
//! the totals. Instruction and byte figures depend on nothing but the program.

use crate::heap::Object;
use crate::object::{CodeObject, Event, Observer, Place, Result, Runtime};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

/// The figures of a source line.
#[derive(Clone, Default)]
pub struct Line {
    /// How often it was begun.
    pub hits: u64,
    /// Time in it, without the Python functions that it called.
    pub nanoseconds: u64,
    /// Instructions of the VM.
    pub instructions: u64,
    /// Bytes by which the use of the heap rose, above what it was before each instruction.
    pub allocated: u64,
    /// Bytes by which it fell after that.
    pub freed: u64,
    /// The most bytes in use during an instruction.
    pub peak: usize,
    /// Net bytes from its begin to the next line's, with what it called.
    pub inclusive: i64,
    /// Bytes in use at its last end.
    pub usage: usize,
}

/// A code object with its lines.
pub struct Code {
    /// Kept, so that its address is not another's.
    pub code: Object,
    /// Line of each word.
    words: Arc<[u32]>,
    first: u32,
    lines: Vec<Line>,
    /// Calls of it in progress.
    level: u32,
}

impl Code {
    /// Lines that were executed, with their numbers.
    pub fn recorded(&self) -> impl Iterator<Item = (u32, &Line)> {
        (self.first..).zip(&self.lines).filter(|(_, line)| line.hits > 0 || line.instructions > 0)
    }

    fn line(&mut self, number: u32) -> &mut Line {
        &mut self.lines[(number - self.first) as usize]
    }
}

/// A path of calls: what the innermost function of it did itself.
pub struct Path {
    /// Index of the caller's path; -1 for the outermost.
    pub parent: i32,
    /// Index of the code.
    pub code: u32,
    /// Time.
    pub nanoseconds: u64,
    /// Instructions.
    pub instructions: u64,
    /// Bytes by which the use of the heap rose.
    pub allocated: u64,
}

/// A call in progress.
struct Active {
    frame: usize,
    code: u32,
    path: u32,
    /// Its present line and word; line 0 before the first.
    line: u32,
    offset: u32,
    /// Bytes in use when the line began.
    bytes: usize,
    /// Whether it is the outermost call of its code.
    outermost: bool,
}

/// Where what happens belongs.
#[derive(Clone, Copy, PartialEq)]
struct Account {
    code: u32,
    line: u32,
    path: u32,
}

const NOBODY: Account = Account { code: u32::MAX, line: 0, path: u32::MAX };

/// The observer.
pub struct Recorder {
    /// Codes seen.
    pub codes: Vec<Code>,
    /// Paths seen.
    pub paths: Vec<Path>,
    /// Nanoseconds from begin to end.
    pub total: u64,
    /// Bytes in use at the begin.
    pub first_bytes: usize,
    /// Bytes in use at the end.
    pub last_bytes: usize,
    only: Option<Vec<u64>>,
    by_address: HashMap<u64, u32>,
    by_parent: HashMap<(i32, u32), u32>,
    calls: Vec<Active>,
    account: Account,
    bytes: usize,
    /// The heap's peak, which the recorder resets again and again.
    peak: usize,
    begin: Instant,
    since: u64,
}

impl Recorder {
    /// A recorder of everything, or of the code objects at these addresses.
    pub fn new(rt: &Runtime, only: Option<Vec<u64>>) -> Recorder {
        let accounting = rt.heap.accounting();
        let (bytes, peak) = (accounting.bytes(), accounting.peak());
        accounting.reset_peak();
        Recorder {
            codes: Vec::new(),
            paths: Vec::new(),
            total: 0,
            first_bytes: bytes,
            last_bytes: bytes,
            only,
            by_address: HashMap::new(),
            by_parent: HashMap::new(),
            calls: Vec::new(),
            account: NOBODY,
            bytes,
            peak,
            begin: Instant::now(),
            since: 0,
        }
    }

    /// Closes the accounts.
    pub fn finish(&mut self, rt: &Runtime) {
        self.settle(rt);
        self.charge(NOBODY);
        while let Some(call) = self.calls.pop() {
            self.end_line(&call);
        }
        self.total = self.begin.elapsed().as_nanos() as u64;
        self.last_bytes = self.bytes;
        rt.heap.accounting().raise_peak(self.peak);
    }

    /// Notes what has happened to the heap since the last time.
    #[inline]
    fn settle(&mut self, rt: &Runtime) {
        let accounting = rt.heap.accounting();
        let (now, peak) = (accounting.bytes(), accounting.peak());
        if peak != self.bytes || now != self.bytes {
            let rise = (peak - self.bytes) as u64;
            let fall = (peak - now) as u64;
            self.peak = self.peak.max(peak);
            self.bytes = now;
            accounting.reset_peak();
            let Account { code, line, path } = self.account;
            if let Some(path) = self.paths.get_mut(path as usize) {
                path.allocated += rise;
            }
            if let Some(code) = self.codes.get_mut(code as usize) {
                let line = code.line(line);
                line.allocated += rise;
                line.freed += fall;
                line.peak = line.peak.max(peak);
            }
        }
    }

    /// Charges the time to the present account if another takes over.
    #[inline]
    fn charge(&mut self, next: Account) {
        if next == self.account {
            return;
        }
        let now = self.begin.elapsed().as_nanos() as u64;
        let spent = now - self.since;
        self.since = now;
        let Account { code, line, path } = std::mem::replace(&mut self.account, next);
        if let Some(path) = self.paths.get_mut(path as usize) {
            path.nanoseconds += spent;
        }
        if let Some(code) = self.codes.get_mut(code as usize) {
            code.line(line).nanoseconds += spent;
        }
    }

    /// The index of a code object; `None` if it is not recorded.
    fn code(&mut self, rt: &Runtime, object: &CodeObject) -> Option<u32> {
        let address = object.value().bits();
        if let Some(&index) = self.by_address.get(&address) {
            return (index != u32::MAX).then_some(index);
        }
        if self.only.as_ref().is_some_and(|only| !only.contains(&address)) {
            self.by_address.insert(address, u32::MAX);
            return None;
        }
        let body = object.get(&rt.heap);
        let first_line = body.code.first_line;
        let mut words = vec![first_line; body.words.len()];
        for (start, length, position) in body.code.positions.runs() {
            let line = position.map_or(first_line, |position| position.line);
            words.iter_mut().skip(start as usize).take(length as usize).for_each(|word| *word = line);
        }
        let first = words.iter().copied().min().unwrap_or(first_line);
        let last = words.iter().copied().max().unwrap_or(first_line);
        let lines = vec![Line::default(); (last - first) as usize + 1];
        let index = self.codes.len() as u32;
        self.codes.push(Code { code: object.as_object().clone(), words: words.into(), first, lines, level: 0 });
        self.by_address.insert(address, index);
        Some(index)
    }

    fn begin_call(&mut self, rt: &Runtime, place: Place<'_>, resumed: bool) {
        while self.calls.last().is_some_and(|call| call.frame >= place.frame) {
            self.end_call();
        }
        let Some(code) = self.code(rt, place.code) else { return };
        let parent = self.calls.last().map_or(-1, |call| call.path as i32);
        let fresh = self.paths.len() as u32;
        let path = *self.by_parent.entry((parent, code)).or_insert(fresh);
        if path == fresh {
            self.paths.push(Path { parent, code, nanoseconds: 0, instructions: 0, allocated: 0 });
        }
        let body = &mut self.codes[code as usize];
        body.level += 1;
        let outermost = body.level == 1;
        let line = if resumed { body.words.get(place.offset as usize).copied().unwrap_or(0) } else { 0 };
        let bytes = self.bytes;
        self.calls.push(Active { frame: place.frame, code, path, line, offset: place.offset, bytes, outermost });
    }

    fn end_call(&mut self) {
        if let Some(call) = self.calls.pop() {
            self.end_line(&call);
            let code = &mut self.codes[call.code as usize];
            code.level = code.level.saturating_sub(1);
        }
    }

    /// The line of a call has ended.
    fn end_line(&mut self, call: &Active) {
        if call.line != 0 {
            let bytes = self.bytes;
            let line = self.codes[call.code as usize].line(call.line);
            line.usage = bytes;
            if call.outermost {
                line.inclusive += bytes as i64 - call.bytes as i64;
            }
        }
    }

    #[inline]
    fn step(&mut self, rt: &Runtime, place: Place<'_>) {
        if self.calls.last().is_none_or(|call| call.frame != place.frame) {
            while self.calls.last().is_some_and(|call| call.frame > place.frame) {
                self.end_call();
            }
            if self.calls.last().is_none_or(|call| call.frame != place.frame) {
                // A frame that ran before the recorder came, or one that is not recorded.
                if self.code(rt, place.code).is_none() {
                    self.charge(NOBODY);
                    return;
                }
                self.begin_call(rt, place, false);
            }
        }
        let bytes = self.bytes;
        let Some(call) = self.calls.last_mut() else { return };
        let (code, path) = (call.code, call.path);
        let number = self.codes[code as usize].words[place.offset as usize];
        if call.line != number || place.offset < call.offset {
            let ended = Active { ..*call };
            (call.line, call.bytes) = (number, bytes);
            self.end_line(&ended);
            self.codes[code as usize].line(number).hits += 1;
        }
        if let Some(call) = self.calls.last_mut() {
            call.offset = place.offset;
        }
        self.charge(Account { code, line: number, path });
        self.codes[code as usize].line(number).instructions += 1;
        self.paths[path as usize].instructions += 1;
    }
}

impl Observer for Recorder {
    fn event(&mut self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()> {
        self.settle(rt);
        match event {
            Event::Instruction => self.step(rt, place),
            Event::Call => self.begin_call(rt, place, false),
            Event::Resume | Event::Throw(_) => self.begin_call(rt, place, true),
            Event::Return(_) | Event::Yield(_) | Event::Unwind => {
                while self.calls.last().is_some_and(|call| call.frame >= place.frame) {
                    self.end_call();
                }
            }
            _ => {}
        }
        Ok(())
    }
}
